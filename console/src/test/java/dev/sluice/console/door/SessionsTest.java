package dev.sluice.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final HandClock clock = new HandClock();
    private final Sessions sessions = new Sessions(clock, new SecureRandom());

    @Test
    void aSessionIsFoundByItsIdForTwelveHours() {
        var session = sessions.open();

        clock.pass(Sessions.LIFE.minusNanos(1));
        assertThat(sessions.find(session.id())).contains(session);
        clock.pass(Duration.ofNanos(1));
        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void readingAndActingAreShownDifferentThings() {
        var session = sessions.open();

        assertThat(session.token()).isNotEqualTo(session.id());
        assertThat(session.mayAct(session.id())).isFalse();
        assertThat(sessions.find(session.token())).isEmpty();
        assertThat(session.toString()).doesNotContain(session.id()).doesNotContain(session.token());
    }

    @Test
    void oneThatWasEndedIsGoneAndTheOthersAreNot() {
        var ended = sessions.open();
        var other = sessions.open();
        sessions.end(ended);

        assertThat(sessions.find(ended.id())).isEmpty();
        assertThat(sessions.find(other.id())).contains(other);
    }

    @Test
    void theOldestGivesWayWhereTooManyAreOpen() {
        var first = sessions.open();
        var second = sessions.open();
        IntStream.range(2, Sessions.MOST + 1).forEach(i -> sessions.open());

        assertThat(sessions.find(first.id())).isEmpty();
        assertThat(sessions.find(second.id())).contains(second);
    }
}
