package dev.sluice.integration.sandbox.scenario;

import static dev.sluice.integration.sandbox.scenario.WrongRequestsAreRefused.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.Payment;
import dev.sluice.integration.sandbox.client.Sender;
import dev.sluice.integration.sandbox.journal.Event;
import java.util.Map;
import java.util.stream.Stream;

/** What is secret stays out of answers and logs. */
public final class NothingLeaks implements Scenario {

    /** The number that card schemes publish for tests. */
    private static final String TEST_CARD = "4111 1111 1111 1111";

    @Override
    public String name() {
        return "nothing leaks into answers and logs";
    }

    @Override
    public String shows() {
        return "A card number is refused wherever it hides, and neither it nor a secret, a signature or a payment's content is"
                + " ever answered or logged.";
    }

    @Override
    public void run(Sandbox sandbox) {
        var payment = Payment.small();
        var hidden = payment.json().replace("Corner Shop", "Shop " + TEST_CARD);

        var refused = assertProblem(sandbox.sender().send(hidden), 422);

        assertThat(refused.errors()).containsExactly("pan_detected at /merchant/name");
        assertThat(refused.text()).doesNotContain(TEST_CARD, TEST_CARD.replace(" ", ""), payment.account());
        sandbox.emulation().ifPresent(emulation -> {
            var lines = emulation.journal().of(Event.Printed.class).toList();
            assertThat(lines).as("lines that were printed").isNotEmpty();
            // What was found is told by its kind: a failure's message is kept and read.
            assertThat(lines.stream().flatMap(printed -> leaks(printed, sandbox.sender())))
                    .isEmpty();
        });
    }

    private static Stream<String> leaks(Event.Printed printed, Sender sender) {
        return Map.of(
                        "a card number",
                        TEST_CARD,
                        "a card number without spaces",
                        TEST_CARD.replace(" ", ""),
                        "a secret",
                        sender.secret().substring("whsec_".length()),
                        "an API key",
                        sender.apiKey(),
                        "a payment's merchant",
                        "Corner Shop",
                        "a signature",
                        "v1,")
                .entrySet()
                .stream()
                .filter(kind -> printed.line().contains(kind.getValue()))
                .map(kind -> printed.function() + " printed " + kind.getKey());
    }
}
