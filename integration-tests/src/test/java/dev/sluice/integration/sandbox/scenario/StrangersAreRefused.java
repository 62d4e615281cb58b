package dev.sluice.integration.sandbox.scenario;

import static dev.sluice.integration.sandbox.scenario.WrongRequestsAreRefused.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.Payment;
import java.time.Instant;
import java.util.Map;

/** What the gateway refuses before any function is called. */
public final class StrangersAreRefused implements Scenario {

    @Override
    public String name() {
        return "strangers are refused at the gateway";
    }

    @Override
    public String shows() {
        return "403 without an API key or with an unknown one, 404 for an unknown path and for whoever asks without a"
                + " signature of an operator's, 405 with what is allowed: problems too.";
    }

    @Override
    public void run(Sandbox sandbox) {
        var sender = sandbox.sender();
        var body = Payment.small().json();
        var without = sender.signed(body, Instant.now());
        without.remove("x-api-key");

        assertProblem(sender.exchange("POST", "/webhook", body, without), 403);
        assertProblem(sender.withKey("FAKE-KEY-OF-NOBODY-0000000000000000").send(body), 403);
        assertProblem(sender.exchange("POST", "/nowhere", body, sender.signed(body, Instant.now())), 404);
        var method = assertProblem(sender.exchange("PUT", "/webhook", body, sender.signed(body, Instant.now())), 405);
        assertThat(method.allow()).contains("POST");

        // A sender reads nothing, whatever it sends along.
        for (var path : new String[] {"/transactions/it-1", "/accounts/a/transactions"}) {
            assertProblem(sender.exchange("GET", path, "", Map.of()), 404);
            assertThat(sender.exchange("GET", path, "", sender.signed("", Instant.now()))
                            .status())
                    .isIn(403, 404);
        }
    }
}
