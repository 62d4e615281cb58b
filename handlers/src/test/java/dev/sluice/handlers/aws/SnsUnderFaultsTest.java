package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.handlers.aws.FaultyWire.Fault;
import dev.sluice.handlers.port.Samples;
import dev.sluice.handlers.port.TransactionTopic;
import dev.sluice.handlers.port.TransactionTopicContract;
import dev.sluice.handlers.port.Unavailable;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract holds while requests are refused and requests and answers get lost. */
class SnsUnderFaultsTest extends TransactionTopicContract {

    private static final List<Fault> FAULTS =
            List.of(Fault.THROTTLED, Fault.FAILED, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.FAILED_AFTER);

    private SubscribedTopic topic;
    private FaultyWire wire;

    @BeforeEach
    void create() {
        topic = SubscribedTopic.create(Emulator.clients());
        wire = new FaultyWire(Emulator.url(), LostAnswers.seeded(20_260_102, FAULTS));
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Override
    protected TransactionTopic topic() {
        return new SnsTransactionTopic(
                Emulator.clients(wire.url(), LostAnswers.PATIENT).sns(), topic.arn());
    }

    @Override
    protected List<Received> received() {
        return topic.received();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"THROTTLED", "FAILED", "CUT_BEFORE"})
    void afterThreeAttemptsItIsUnavailableAndNothingWasPublished(Fault fault) {
        through(fault);
        assertThatThrownBy(() -> topic().publish(Samples.announcement(Samples.transaction("t-1"))))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("SNS Publish: ")
                .hasMessageNotContaining("on purpose");
        assertThat(wire.requests()).isEqualTo(3);
        assertThat(received()).isEmpty();
    }

    @Test
    void aCallThatGaveUpMayHavePublishedAndPublishingAgainIsSafe() {
        through(Fault.CUT_AFTER);
        var told = Samples.announcement(Samples.transaction("t-1"));
        assertThatThrownBy(() -> topic().publish(told)).isInstanceOf(Unavailable.class);
        assertThat(received()).isNotEmpty();
    }

    private void through(Fault fault) {
        wire.close();
        wire = new FaultyWire(Emulator.url(), LostAnswers.first(fault, fault, fault));
    }
}
