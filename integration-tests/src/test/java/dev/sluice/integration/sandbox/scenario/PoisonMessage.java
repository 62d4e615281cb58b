package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.Payment;
import java.util.UUID;

/** A message that can never be read. */
public final class PoisonMessage implements Scenario {

    @Override
    public String name() {
        return "a poison message ends in the dead-letter queue alone";
    }

    @Override
    public String shows() {
        return "A message that nobody can read is tried five times and becomes a dead letter; what came with it goes"
                + " through.";
    }

    @Override
    public void run(Sandbox sandbox) {
        var poison = "poison-" + UUID.randomUUID();
        var payment = Payment.large();
        sandbox.operator().put("notifications", poison);
        assertThat(sandbox.sender().send(payment).status()).isEqualTo(202);

        sandbox.await("an alert of the payment", () -> sandbox.alerts().first(payment.id()));
        var letter = sandbox.await(
                "the dead letter",
                () -> sandbox.operator().letters("notifications-dlq").stream()
                        .filter(each -> each.body().equals(poison))
                        .findFirst());
        assertThat(Integer.parseInt(letter.attributesAsStrings().get("ApproximateReceiveCount")))
                .isGreaterThan(5);
        sandbox.operator().remove("notifications-dlq", poison);
        assertThat(sandbox.operator().count("notifications")).isZero();
    }
}
