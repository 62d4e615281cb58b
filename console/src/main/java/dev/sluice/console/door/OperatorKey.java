package dev.sluice.console.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The operator token, which may be guessed at so often and no oftener. */
public final class OperatorKey {

    /** Wrong keys in one minute, from everybody together; after that no key is looked at until the minute is over. */
    static final int MOST_WRONG = 10;

    static final Duration MINUTE = Duration.ofMinutes(1);

    private final String token;
    private final InstantSource clock;
    private Instant minuteEnds = Instant.MIN;
    private int wrong;

    public OperatorKey(String token, InstantSource clock) {
        this.token = token;
        this.clock = clock;
    }

    /** What became of showing a key. */
    sealed interface Shown {
        record Right() implements Shown {}

        record Wrong() implements Shown {}

        /**
         * It was not looked at.
         *
         * @param rest until keys are looked at again, at least a second
         */
        record TooOften(Duration rest) implements Shown {}
    }

    synchronized Shown show(String key) {
        var now = clock.instant();
        if (!now.isBefore(minuteEnds)) {
            minuteEnds = now.plus(MINUTE);
            wrong = 0;
        }
        if (wrong == MOST_WRONG) {
            return new Shown.TooOften(
                    Duration.ofSeconds(Duration.between(now, minuteEnds).toSeconds() + 1));
        }
        if (Tokens.same(token, key)) {
            return new Shown.Right();
        }
        wrong++;
        return new Shown.Wrong();
    }
}
