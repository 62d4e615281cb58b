package dev.sluice.console.door;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The operator token. The right one is let in whatever others try, or whoever tries wrong ones could lock its owner out; it
 * is 256 bits of chance, which nobody guesses. Who shows too many wrong ones is told to rest.
 */
public final class OperatorKey {

    /** Wrong keys in one minute, from everybody together, that are answered as such. */
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
         * It is wrong, as too many were before it.
         *
         * @param rest until a wrong key is answered as such again, at least a second
         */
        record TooOften(Duration rest) implements Shown {}
    }

    synchronized Shown show(String key) {
        var now = clock.instant();
        if (!now.isBefore(minuteEnds)) {
            minuteEnds = now.plus(MINUTE);
            wrong = 0;
        }
        if (Tokens.same(token, key)) {
            return new Shown.Right();
        }
        if (wrong == MOST_WRONG) {
            return new Shown.TooOften(
                    Duration.ofSeconds(Duration.between(now, minuteEnds).toSeconds() + 1));
        }
        wrong++;
        return new Shown.Wrong();
    }
}
