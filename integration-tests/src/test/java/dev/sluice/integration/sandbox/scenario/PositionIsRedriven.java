package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.authorize.Fault;
import dev.sluice.integration.sandbox.client.Payment;
import dev.sluice.integration.sandbox.client.StreamEvent;
import java.util.Optional;

/** A record that the enricher gives up on leaves its position only (docs/operations.md, "A position in the stream"). */
public final class PositionIsRedriven implements Scenario {

    @Override
    public String name() {
        return "a position in the stream is redriven";
    }

    @Override
    public String shows() {
        return "A record that fails to its last retry leaves its position as a dead letter and lets the others by; its item,"
                + " still RECEIVED, is found by the index and enriched.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        var faults = sandbox.emulation().orElseThrow().faults();
        var payment = Payment.large();
        faults.always("dynamodb:UpdateItem", Fault.refused(), sandbox.output("function_name_enricher"));
        assertThat(sandbox.sender().send(payment).status()).isEqualTo(202);
        var letter = sandbox.await(
                "the position",
                () -> sandbox.operator().letters("enricher-dlq").stream()
                        .filter(each -> each.body().contains("DDBStreamBatchInfo"))
                        .findFirst());
        assertThat(letter.body()).contains("RetryAttemptsExhausted").doesNotContain(payment.id());
        assertThat(sandbox.operator().status(payment.id())).isEqualTo(Optional.of("RECEIVED"));
        faults.clear();

        var item = sandbox.operator().item(payment.id()).orElseThrow();
        assertThat(sandbox.operator().now("enricher", StreamEvent.inserted(item)))
                .isEqualTo("{\"batchItemFailures\":[]}");
        sandbox.operator().remove("enricher-dlq", "DDBStreamBatchInfo");

        sandbox.await("an alert of the payment", () -> sandbox.alerts().first(payment.id()));
    }
}
