package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.aws.FaultyWire.Fault;
import dev.sluice.handlers.port.AlertLedger;
import dev.sluice.handlers.port.AlertLedger.Claim;
import dev.sluice.handlers.port.AlertLedgerContract;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.Unavailable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract holds to the letter while requests are refused, requests and answers get lost, and transactions meet. */
@Execution(CONCURRENT)
class DynamoDbAlertLedgerUnderFaultsTest extends AlertLedgerContract {

    private static final List<Fault> FAULTS = List.of(
            Fault.THROTTLED, Fault.FAILED, Fault.IN_THE_WAY, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.FAILED_AFTER);
    private static final Identity IDENTITY = new Identity("default", "t-1");

    private String table;
    private FaultyWire wire;
    private AlertLedger ledger;

    @BeforeEach
    void create() {
        table = TransactionsTable.create(Emulator.clients().dynamoDb()).name();
        through(LostAnswers.seeded(20_260_105, FAULTS));
    }

    @AfterEach
    void close() {
        wire.close();
    }

    private void through(FaultyWire.Plan plan) {
        if (wire != null) {
            wire.close();
        }
        wire = new FaultyWire(Emulator.url(), plan);
        ledger = new DynamoDbAlertLedger(
                Emulator.clients(wire.url(), LostAnswers.PATIENT).dynamoDb(),
                table,
                () -> UUID.randomUUID().toString());
    }

    @Override
    protected AlertLedger ledger() {
        return ledger;
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"THROTTLED", "FAILED", "IN_THE_WAY", "CUT_BEFORE", "CUT_AFTER", "FAILED_AFTER"})
    void oneFaultIsOvercomeWithinTheCallWhichKnowsItsOwnClaim(Fault fault) {
        through(LostAnswers.first(fault));
        var until = Samples.STORED.plusSeconds(60);
        assertThat(ledger.claim(IDENTITY, "a", Samples.STORED, until)).isEqualTo(Claim.GRANTED);
        assertThat(wire.requests()).isEqualTo(2);
        assertThat(ledger.claim(IDENTITY, "a", Samples.STORED, until)).isEqualTo(Claim.HELD);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_AFTER", "FAILED_AFTER"})
    void aClaimWhoseCallGaveUpIsHeldAndFreeAgainWhenItEnds(Fault fault) {
        var faults = new Fault[8];
        Arrays.fill(faults, fault);
        through(LostAnswers.first(faults));
        var until = Samples.STORED.plusSeconds(60);
        assertThatThrownBy(() -> ledger.claim(IDENTITY, "a", Samples.STORED, until))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("DynamoDB UpdateItem (alert): ");
        assertThat(ledger.claim(IDENTITY, "a", Samples.STORED, until)).isEqualTo(Claim.HELD);
        assertThat(ledger.claim(IDENTITY, "a", until, until.plusSeconds(60))).isEqualTo(Claim.GRANTED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CUT_AFTER", "FAILED_AFTER"})
    void whatWasRecordedAsPublishedByACallThatGaveUpIsPublished(Fault fault) {
        var faults = new Fault[8];
        Arrays.fill(faults, fault);
        through(LostAnswers.first(faults));
        assertThatThrownBy(() -> ledger.published(IDENTITY, "a", Samples.STORED))
                .isInstanceOf(Unavailable.class);
        assertThat(ledger.claim(IDENTITY, "a", Samples.STORED, Samples.STORED.plusSeconds(60)))
                .isEqualTo(Claim.PUBLISHED);
    }
}
