package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.authorize.Fault;
import dev.sluice.integration.sandbox.client.Payment;

/** A store that is down for too long, and what an operator does then (docs/operations.md, "Dead letters"). */
public final class DeadLetterIsRedriven implements Scenario {

    @Override
    public String name() {
        return "a dead letter is redriven";
    }

    @Override
    public String shows() {
        return "While the store fails, an accepted payment is tried three times and becomes a dead letter; called again with"
                + " it once the store answers, the processor stores it.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        var faults = sandbox.emulation().orElseThrow().faults();
        var payment = Payment.large();
        faults.always("dynamodb:PutItem", Fault.refused());
        assertThat(sandbox.sender().send(payment).status()).isEqualTo(202);
        var letter = sandbox.await(
                "the dead letter",
                () -> sandbox.operator().letters("processor-dlq").stream()
                        .filter(each -> each.body().contains(payment.id()))
                        .findFirst());
        assertThat(sandbox.operator().item(payment.id())).isEmpty();
        faults.clear();

        sandbox.operator().later("processor", letter.body());
        sandbox.operator().remove("processor-dlq", payment.id());

        sandbox.await("an alert of the payment", () -> sandbox.alerts().first(payment.id()));
        sandbox.settle();
        assertThat(sandbox.operator().count("processor-dlq")).isZero();
    }
}
