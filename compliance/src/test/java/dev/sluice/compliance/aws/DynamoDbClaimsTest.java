package dev.sluice.compliance.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.compliance.Made;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class DynamoDbClaimsTest {

    private static final Instant UNTIL = Made.NOW.plusSeconds(330);

    @Test
    void oneScansAtATimeUntilItGivesTheLeaseBack() {
        var lease = new DynamoDbScanLease(OnEmulator.claims());
        assertThat(lease.take("mine", Made.NOW, UNTIL)).isTrue();
        assertThat(lease.take("other", Made.NOW.plusSeconds(1), UNTIL)).isFalse();
        lease.release("other", Made.NOW.plusSeconds(1));
        assertThat(lease.take("other", Made.NOW.plusSeconds(2), UNTIL)).isFalse();
        lease.release("mine", Made.NOW.plusSeconds(3));
        assertThat(lease.take("other", Made.NOW.plusSeconds(3), UNTIL)).isTrue();
    }

    @Test
    void aLeaseEndsByItselfAndWhoHadItThenDisturbsNobody() {
        var lease = new DynamoDbScanLease(OnEmulator.claims());
        assertThat(lease.take("dead", Made.NOW, UNTIL)).isTrue();
        assertThat(lease.take("next", UNTIL.minusMillis(1), UNTIL.plusSeconds(330)))
                .isFalse();
        assertThat(lease.take("next", UNTIL, UNTIL.plusSeconds(330))).isTrue();
        lease.release("dead", UNTIL.plusSeconds(1));
        assertThat(lease.take("dead", UNTIL.plusSeconds(2), UNTIL.plusSeconds(332)))
                .isFalse();
    }

    @Test
    void anotherAttemptAtAScanWhoseProcessDiedIsGrantedItsLeaseAndHasItLonger() {
        var lease = new DynamoDbScanLease(OnEmulator.claims());
        assertThat(lease.take("mine", Made.NOW, UNTIL)).isTrue();
        assertThat(lease.take("mine", Made.NOW.plusSeconds(60), UNTIL.plusSeconds(60)))
                .isTrue();
        assertThat(lease.take("other", UNTIL.plusSeconds(59), UNTIL.plusSeconds(389)))
                .isFalse();
        lease.release("mine", UNTIL.plusSeconds(59));
        assertThat(lease.take("other", UNTIL.plusSeconds(59), UNTIL.plusSeconds(389)))
                .isTrue();
    }

    @Test
    void ofManyAtTheSameMomentOneIsGranted() throws InterruptedException, ExecutionException {
        var ledger = ledger();
        try (var threads = Executors.newFixedThreadPool(20)) {
            var granted = new ArrayList<Boolean>();
            Callable<Boolean> claim = () -> ledger.claim("a@b#0", Made.NOW, UNTIL);
            for (var one : threads.invokeAll(Collections.nCopies(20, claim))) {
                granted.add(one.get());
            }
            assertThat(granted).filteredOn(Boolean::booleanValue).hasSize(1);
        }
    }

    @Test
    void whatIsPublishedIsPublishedForEverAndAnotherAlertIsNot() {
        var ledger = ledger();
        assertThat(ledger.isPublished("a@b#0")).isFalse();
        assertThat(ledger.claim("a@b#0", Made.NOW, UNTIL)).isTrue();
        assertThat(ledger.isPublished("a@b#0")).isFalse();
        ledger.published("a@b#0", Made.NOW);
        assertThat(ledger.isPublished("a@b#0")).isTrue();
        assertThat(ledger.claim("a@b#0", UNTIL.plusSeconds(1), UNTIL.plusSeconds(60)))
                .isFalse();
        assertThat(ledger.isPublished("a@b#1")).isFalse();
        assertThat(ledger.claim("a@b#1", Made.NOW, UNTIL)).isTrue();
    }

    private static DynamoDbAlertLedger ledger() {
        return new DynamoDbAlertLedger(
                OnEmulator.claims(), () -> UUID.randomUUID().toString());
    }
}
