package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.Payment;

/** The main way: from the webhook to the alert, and to whoever asks. */
public final class PaymentGoesAllTheWay implements Scenario {

    @Override
    public String name() {
        return "a payment goes all the way";
    }

    @Override
    public String shows() {
        return "A signed webhook is answered with 202, stored, enriched, flagged and told of once, and an operator reads"
                + " all of it.";
    }

    @Override
    public void run(Sandbox sandbox) {
        var payment = Payment.large();

        var answer = sandbox.sender().send(payment);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().path("transactionId").asText()).isEqualTo(payment.id());
        assertThat(answer.json().path("status").asText()).isEqualTo("accepted");

        var alert =
                sandbox.await("an alert of the payment", () -> sandbox.alerts().first(payment.id()));
        assertThat(alert).contains("\"alertId\":\"default/" + payment.id() + "/large_amount\"");
        sandbox.await(
                "the status NOTIFIED",
                () -> sandbox.operator().status(payment.id()).filter("NOTIFIED"::equals));
        var known = sandbox.operator().transaction(payment.id()).orElseThrow();
        assertThat(known.toString())
                .contains(payment.id(), payment.account(), "Corner Shop", "1250000", "\"notified\"", "large_amount");
        assertThat(sandbox.alerts().saying(payment.id())).hasSize(1);
    }
}
