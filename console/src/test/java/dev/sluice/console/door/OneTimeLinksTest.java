package dev.sluice.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OneTimeLinksTest {

    private final HandClock clock = new HandClock();
    private final OneTimeLinks links = new OneTimeLinks(clock, new SecureRandom());

    @Test
    void aTicketIsThirtyTwoBytesOfChance() {
        var ticket = links.issue();

        assertThat(Base64.getUrlDecoder().decode(ticket.text())).hasSize(32);
        assertThat(ticket.text()).isNotEqualTo(links.issue().text()).doesNotContain("=");
    }

    @Test
    void aTicketOpensWithinTenMinutesAndNotAfter() {
        var inTime = links.issue();
        var late = links.issue();

        clock.pass(OneTimeLinks.LIFE.minusNanos(1));
        assertThat(links.take(inTime.text())).isTrue();
        clock.pass(Duration.ofNanos(1));
        assertThat(late.expiresAt()).isEqualTo(clock.instant());
        assertThat(links.take(late.text())).isFalse();
    }

    @Test
    void theOldestGivesWayWhereTooManyAreOutstanding() {
        var first = links.issue();
        var second = links.issue();
        IntStream.range(2, OneTimeLinks.MOST + 1).forEach(i -> links.issue());

        assertThat(links.take(first.text())).isFalse();
        assertThat(links.take(second.text())).isTrue();
    }

    @Test
    void aTicketIsSafeToLog() {
        var ticket = links.issue();

        assertThat(ticket.toString()).doesNotContain(ticket.text());
    }
}
