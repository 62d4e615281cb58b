package dev.sluice.integration.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.HttpAnswer;
import dev.sluice.integration.sandbox.client.Payment;
import java.time.Instant;

/** What the function refuses: each status with its problem. */
public final class WrongRequestsAreRefused implements Scenario {

    private static final int MOST_BYTES = 128 * 1024;

    @Override
    public String name() {
        return "wrong requests are refused";
    }

    @Override
    public String shows() {
        return "400 malformed, 401 wrong or old signature and unknown source, 413 too large, 415 wrong media type, 422 with"
                + " every violation: all of them problems, none of them stored.";
    }

    @Override
    public void run(Sandbox sandbox) {
        var sender = sandbox.sender();
        var payment = Payment.small();
        var body = payment.json();

        assertProblem(sender.send("{\"id\":"), 400);
        assertProblem(sender.send("{\"id\": 1, \"id\": 2}"), 400);

        var wrong = assertProblem(
                sender.signingWith("whsec_d3Jvbmctd3Jvbmctd3Jvbmctd3Jvbmc=").send(body), 401);
        assertProblem(
                sender.exchange(
                        "POST",
                        "/webhook",
                        body,
                        sender.signed(body, Instant.now().minusSeconds(301))),
                401);
        assertProblem(
                sender.exchange(
                        "POST",
                        "/webhook",
                        body,
                        sender.signed(body, Instant.now().plusSeconds(360))),
                401);
        var other = sender.signed(body, Instant.now());
        assertProblem(sender.exchange("POST", "/webhook", body.replace("12.50", "12.51"), other), 401);
        var unknown = assertProblem(sender.sendTo("nobody", body), 401);
        assertThat(unknown.json().path("detail"))
                .as("an unknown source reads like a wrong signature")
                .isEqualTo(wrong.json().path("detail"));

        assertProblem(sender.send("{\"filler\": \"" + "x".repeat(MOST_BYTES) + "\"}"), 413);
        var text = sender.signed(body, Instant.now());
        text.put("Content-Type", "text/plain");
        assertProblem(sender.exchange("POST", "/webhook", body, text), 415);

        var invalid = assertProblem(
                sender.send(body.replace("12.50", "many").replace("GBP", "XXX").replace("payment", "gift")), 422);
        assertThat(invalid.errors()).hasSizeGreaterThanOrEqualTo(3).anyMatch(error -> error.endsWith(" at /amount"));

        sandbox.settle();
        assertThat(sandbox.operator().item(payment.id())).isEmpty();
    }

    static HttpAnswer assertProblem(HttpAnswer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asText()).isNotBlank();
        return answer;
    }
}
