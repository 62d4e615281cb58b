package dev.sluice.handlers.port;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.AlertLedger.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What every ledger of alerts promises. */
public abstract class AlertLedgerContract {

    private static final Identity IDENTITY = new Identity("default", "t-1");
    private static final String ALERT = "default/t-1/velocity";
    private static final Instant NOW = Instant.parse("2026-01-02T03:05:03.000Z");
    private static final Instant UNTIL = NOW.plusSeconds(60);
    private static final Instant LONG_AFTER = Instant.parse("2046-01-01T00:00:00.000Z");

    /** The ledger under test, empty at first and the same one for the whole test. */
    protected abstract AlertLedger ledger();

    @Test
    void whoClaimsFirstIsGrantedAndWhoComesBeforeTheClaimEndsFindsItHeld() {
        assertThat(claim(NOW, UNTIL)).isEqualTo(Claim.GRANTED);
        assertThat(claim(NOW, UNTIL)).isEqualTo(Claim.HELD);
        assertThat(claim(UNTIL.minusMillis(1), UNTIL.plusSeconds(60))).isEqualTo(Claim.HELD);
    }

    @Test
    void aClaimEndsAtItsVeryMomentAndTheNextOneHoldsInItsStead() {
        claim(NOW, UNTIL);
        assertThat(claim(UNTIL, UNTIL.plusSeconds(60))).isEqualTo(Claim.GRANTED);
        assertThat(claim(UNTIL.plusMillis(1), UNTIL.plusSeconds(90))).isEqualTo(Claim.HELD);
        assertThat(claim(UNTIL.plusSeconds(60), UNTIL.plusSeconds(120))).isEqualTo(Claim.GRANTED);
    }

    @Test
    void aHeldClaimIsNotMadeLongerByWhoFindsItHeld() {
        claim(NOW, UNTIL);
        claim(NOW.plusSeconds(1), LONG_AFTER);
        assertThat(claim(UNTIL, UNTIL.plusSeconds(60))).isEqualTo(Claim.GRANTED);
    }

    @Test
    void whatIsPublishedIsPublishedForEver() {
        claim(NOW, UNTIL);
        ledger().published(IDENTITY, ALERT, NOW.plusSeconds(1));
        for (var at : List.of(NOW, UNTIL.minusMillis(1), UNTIL, LONG_AFTER)) {
            assertThat(claim(at, at.plusSeconds(60))).isEqualTo(Claim.PUBLISHED);
        }
        ledger().published(IDENTITY, ALERT, LONG_AFTER);
        assertThat(claim(NOW, UNTIL)).isEqualTo(Claim.PUBLISHED);
    }

    @Test
    void whatIsPublishedWithoutAClaimIsPublishedAsWell() {
        ledger().published(IDENTITY, ALERT, NOW);
        assertThat(claim(NOW, UNTIL)).isEqualTo(Claim.PUBLISHED);
    }

    @Test
    void whoPublishesAfterItsClaimEndedAndAnotherBeganIsHeardAllTheSame() {
        claim(NOW, UNTIL);
        claim(UNTIL, UNTIL.plusSeconds(60));
        ledger().published(IDENTITY, ALERT, UNTIL.plusSeconds(1));
        assertThat(claim(UNTIL.plusSeconds(2), UNTIL.plusSeconds(62))).isEqualTo(Claim.PUBLISHED);
    }

    @Test
    void aClockThatStepsBackHoldsLongerAndGrantsNothingTwice() {
        claim(NOW, UNTIL);
        assertThat(claim(NOW.minusSeconds(3_600), NOW.minusSeconds(3_540))).isEqualTo(Claim.HELD);
        assertThat(claim(UNTIL, UNTIL.plusSeconds(60))).isEqualTo(Claim.GRANTED);
        assertThat(claim(NOW.plusSeconds(30), NOW.plusSeconds(90))).isEqualTo(Claim.HELD);
        ledger().published(IDENTITY, ALERT, NOW.minusSeconds(3_600));
        assertThat(claim(UNTIL.plusSeconds(61), UNTIL.plusSeconds(120))).isEqualTo(Claim.PUBLISHED);
    }

    @Test
    void otherAlertsAndOtherTransactionsAreNotDisturbed() {
        claim(NOW, UNTIL);
        var other = "default/t-1/conflict";
        assertThat(ledger().claim(IDENTITY, other, NOW, UNTIL)).isEqualTo(Claim.GRANTED);
        for (var identity : List.of(new Identity("default", "t-2"), new Identity("theirs", "t-1"))) {
            assertThat(ledger().claim(identity, ALERT, NOW, UNTIL)).isEqualTo(Claim.GRANTED);
        }
        ledger().published(IDENTITY, ALERT, NOW);
        assertThat(ledger().claim(IDENTITY, other, NOW, UNTIL)).isEqualTo(Claim.HELD);
        assertThat(ledger().claim(new Identity("default", "t-2"), ALERT, NOW, UNTIL))
                .isEqualTo(Claim.HELD);
    }

    @Test
    void theLongestIdOfAnAlertIsKept() {
        var longest = "a".repeat(255);
        assertThat(ledger().claim(IDENTITY, longest + "b", NOW, UNTIL)).isEqualTo(Claim.GRANTED);
        assertThat(ledger().claim(IDENTITY, longest + "c", NOW, UNTIL)).isEqualTo(Claim.GRANTED);
        assertThat(ledger().claim(IDENTITY, longest + "b", NOW, UNTIL)).isEqualTo(Claim.HELD);
    }

    @Test
    void ofManyWhoClaimAtTheSameMomentOneIsGrantedAlsoWhereAnEarlierClaimHasEnded()
            throws InterruptedException, ExecutionException {
        for (var now : List.of(NOW, UNTIL)) {
            var came = together(() -> claim(now, now.plusSeconds(60)));
            assertThat(came).filteredOn(Claim.GRANTED::equals).hasSize(1);
            assertThat(came).filteredOn(Claim.HELD::equals).hasSize(49);
        }
    }

    private Claim claim(Instant now, Instant until) {
        return ledger().claim(IDENTITY, ALERT, now, until);
    }

    private static List<Claim> together(Callable<Claim> claim) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(50)) {
            var came = new ArrayList<Claim>();
            for (var one : threads.invokeAll(Collections.nCopies(50, claim))) {
                came.add(one.get());
            }
            return came;
        }
    }
}
