package dev.sluice.handlers.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.risk.RiskReason;
import dev.sluice.domain.risk.RiskScore;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.codec.NotificationJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every queue of notifications promises. */
public abstract class NotificationQueueContract {

    /** The queue under test, empty at first. */
    protected abstract NotificationQueue queue();

    /**
     * Hands over what waits by now, or will without anybody sending more, as its consumer is given it; repeats may be
     * among it.
     */
    protected abstract List<String> handedOver();

    @Test
    void whatIsSentIsHandedOverAsItWas() {
        var sent = List.<Notification>of(
                flagged("t-1", Samples.TRACE),
                new Notification.Conflicting(
                        new Identity("default", "t-2"), "v1:abc", Samples.RECEIVED, Samples.TRACE));
        sent.forEach(queue()::send);
        assertThat(received()).containsExactlyInAnyOrderElementsOf(sent);
    }

    @Test
    void nothingIsHandedOverThatWasNotSent() {
        assertThat(received()).isEmpty();
    }

    @Test
    void noCharacterIsTooOddAndNoTraceIsNeeded() {
        var odd = new Notification.Flagged(
                new Identity("a.b-c_d", "A:b.c_d-9"),
                "é漢\uD83D\uDE00 <&\"\\' \uFFFE \u0085",
                new RiskScore(100, true, List.of(new RiskReason("any", 100, "£ €\n\t\uFFFF"))),
                new Trace("correlation-2", Optional.empty()));
        queue().send(odd);
        assertThat(received()).containsExactly(odd);
    }

    @Test
    void sendingAgainIsSafeAndHandsItOverAgainOrOnce() {
        var sent = flagged("t-1", Samples.TRACE);
        queue().send(sent);
        queue().send(sent);
        assertThat(received()).isNotEmpty().containsOnly(sent);
    }

    @Test
    void eachOfManyIsHandedOver() {
        var sent = IntStream.range(0, 25)
                .mapToObj(i -> flagged("t-" + i, Samples.TRACE))
                .toList();
        sent.forEach(queue()::send);
        assertThat(received()).containsExactlyInAnyOrderElementsOf(sent);
    }

    private List<Notification> received() {
        return handedOver().stream().map(NotificationJson::read).distinct().toList();
    }

    private static Notification flagged(String id, Trace trace) {
        return new Notification.Flagged(
                new Identity("default", id),
                "account-1",
                Samples.assessment(90, true).risk(),
                trace);
    }
}
