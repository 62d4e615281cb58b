package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.Payment;
import dev.sluice.integration.sandbox.removal.Removal;
import java.io.IOException;
import java.util.List;

/** A topic that may not call the function any more, as during a deploy that replaces a permission. */
public final class UndeliverableIsKept implements Scenario {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "what a topic cannot hand over is kept";
    }

    @Override
    public String shows() {
        return "While the topic may not call the processor, an accepted payment waits in the subscription's own dead-letter"
                + " queue; redriven, it is stored.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public List<String> refused() {
        return List.of("lambda:InvokeFunction");
    }

    @Override
    public void run(Sandbox sandbox) {
        var emulation = sandbox.emulation().orElseThrow();
        var whole = emulation.deployed();
        var payment = Payment.small();
        var permission = whole.of("aws_lambda_permission")
                .filter(each -> each.need("principal").equals("sns.amazonaws.com"))
                .findFirst()
                .orElseThrow();
        emulation.deploy(Removal.resource(whole, permission.address()));
        try {
            assertThat(sandbox.sender().send(payment).status()).isEqualTo(202);
            var letter = sandbox.await(
                    "the undelivered message",
                    () -> sandbox.operator().letters("processor-undelivered-dlq").stream()
                            .filter(each -> each.body().contains(payment.id()))
                            .findFirst());
            emulation.deploy(whole);

            sandbox.operator().later("processor", event(letter.body()));
            sandbox.operator().remove("processor-undelivered-dlq", payment.id());
            sandbox.await(
                    "the status ENRICHED",
                    () -> sandbox.operator().status(payment.id()).filter("ENRICHED"::equals));
        } finally {
            emulation.deploy(whole);
        }
    }

    /** The processor takes a notification in an event (docs/operations.md, "A message that SNS could not deliver"). */
    private static String event(String notification) {
        try {
            var event = JSON.createObjectNode();
            var record = event.putArray("Records").addObject().put("EventSource", "aws:sns");
            record.set("Sns", (ObjectNode) JSON.readTree(notification));
            return event.toString();
        } catch (IOException e) {
            throw new AssertionError("the letter is no notification", e);
        }
    }
}
