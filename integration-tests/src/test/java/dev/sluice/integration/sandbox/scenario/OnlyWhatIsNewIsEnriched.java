package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.Payment;
import dev.sluice.integration.sandbox.journal.Event;

/** The enricher writes into the table whose stream it reads. */
public final class OnlyWhatIsNewIsEnriched implements Scenario {

    @Override
    public String name() {
        return "only what is new is enriched";
    }

    @Override
    public String shows() {
        return "Of all that a payment writes into the table the stream hands over the payment alone, once: neither its"
                + " account's history nor what the enricher itself wrote.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        var journal = sandbox.emulation().orElseThrow().journal();
        var payment = Payment.large();
        assertThat(sandbox.sender().send(payment).status()).isEqualTo(202);
        sandbox.await(
                "the status NOTIFIED",
                () -> sandbox.operator().status(payment.id()).filter("NOTIFIED"::equals));
        sandbox.settle();

        assertThat(journal.of(Event.Invoked.class, journal.test())
                        .filter(invoked -> invoked.function().equals(sandbox.output("function_name_enricher"))))
                .as(
                        "calls of the enricher for one payment; more than one tell that its event source filters too little")
                .hasSize(1);
    }
}
