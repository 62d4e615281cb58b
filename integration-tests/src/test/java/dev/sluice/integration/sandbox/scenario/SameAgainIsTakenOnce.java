package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.Payment;

/** A sender that heard nothing sends again. */
public final class SameAgainIsTakenOnce implements Scenario {

    @Override
    public String name() {
        return "the same again is taken once";
    }

    @Override
    public String shows() {
        return "A request that is sent again reads 202 again; it is stored once, counted once in its account's history and"
                + " told of once.";
    }

    @Override
    public void run(Sandbox sandbox) {
        var payment = Payment.large();
        assertThat(sandbox.sender().send(payment).status()).isEqualTo(202);
        sandbox.await(
                "the status NOTIFIED",
                () -> sandbox.operator().status(payment.id()).filter("NOTIFIED"::equals));
        var stored = sandbox.operator().item(payment.id());

        assertThat(sandbox.sender().send(payment).status()).isEqualTo(202);
        sandbox.settle();

        assertThat(sandbox.operator().item(payment.id())).isEqualTo(stored);
        assertThat(sandbox.alerts().saying(payment.id())).hasSize(1);
        var listed = sandbox.operator().ask("/accounts/" + payment.account() + "/transactions");
        assertThat(listed.json().path("transactions")).hasSize(1);
    }
}
