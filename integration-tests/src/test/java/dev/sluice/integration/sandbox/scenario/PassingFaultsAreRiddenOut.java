package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.authorize.Fault;
import dev.sluice.integration.sandbox.client.Payment;
import java.util.List;
import java.util.stream.Stream;

/** Faults that pass, on every hop at once. */
public final class PassingFaultsAreRiddenOut implements Scenario {

    @Override
    public String name() {
        return "passing faults are ridden out";
    }

    @Override
    public String shows() {
        return "Calls that are throttled, fail, are cut or lose their answer on every hop: the payment is stored once and told"
                + " of, and nothing becomes a dead letter.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        var faults = sandbox.emulation().orElseThrow().faults();
        var payment = Payment.large();
        var before = letters(sandbox);
        // The first publish is done and its answer lost: the processor meets the payment twice.
        faults.next("sns:Publish", 1, Fault.lostAnswer(), sandbox.output("function_name_validator"));
        faults.next("dynamodb:PutItem", 2, Fault.throttled());
        faults.next("dynamodb:Query", 1, Fault.failing());
        faults.next("dynamodb:UpdateItem", 1, Fault.cut());
        faults.next("sqs:SendMessage", 1, Fault.lostAnswer(), sandbox.output("function_name_enricher"));
        faults.next("sns:Publish", 1, Fault.throttled(), sandbox.output("function_name_notifier"));

        assertThat(sandbox.sender().send(payment).status()).isEqualTo(202);
        sandbox.await(
                "the status NOTIFIED",
                () -> sandbox.operator().status(payment.id()).filter("NOTIFIED"::equals));
        sandbox.settle();
        faults.clear();

        assertThat(sandbox.alerts().saying(payment.id())).hasSize(1);
        var listed = sandbox.operator().ask("/accounts/" + payment.account() + "/transactions");
        assertThat(listed.json().path("transactions")).hasSize(1);
        assertThat(letters(sandbox)).as("dead letters, before and after").isEqualTo(before);
    }

    private static List<Integer> letters(Sandbox sandbox) {
        return Stream.of("processor-dlq", "enricher-dlq", "notifications-dlq")
                .map(queue -> sandbox.operator().count(queue))
                .toList();
    }
}
