package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.Payment;

/** The same id with other content overwrites nothing. */
public final class OtherContentIsAConflict implements Scenario {

    @Override
    public String name() {
        return "other content under the same id is a conflict";
    }

    @Override
    public String shows() {
        return "Other content under an id that is taken is recorded beside it and told of; what was stored first stays.";
    }

    @Override
    public void run(Sandbox sandbox) {
        var payment = Payment.small();
        assertThat(sandbox.sender().send(payment).status()).isEqualTo(202);
        sandbox.await(
                "the status ENRICHED",
                () -> sandbox.operator().status(payment.id()).filter("ENRICHED"::equals));

        assertThat(sandbox.sender().send(payment.withAmount("99.00")).status()).isEqualTo(202);

        var alert = sandbox.await(
                "an alert of the conflict", () -> sandbox.alerts().first("default/" + payment.id() + "/conflict"));
        assertThat(alert).doesNotContain("99.00");
        assertThat(sandbox.operator().item(payment.id()).orElseThrow())
                .hasEntrySatisfying(
                        "amountMinor", minor -> assertThat(minor.n()).isEqualTo("1250"))
                .hasEntrySatisfying("conflicts", count -> assertThat(count.n()).isEqualTo("1"));
    }
}
