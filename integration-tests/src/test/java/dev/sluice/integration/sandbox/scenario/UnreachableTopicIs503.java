package dev.sluice.integration.sandbox.scenario;

import static dev.sluice.integration.sandbox.scenario.WrongRequestsAreRefused.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.authorize.Fault;
import dev.sluice.integration.sandbox.client.Payment;

/** Nothing is acknowledged before it is durable. */
public final class UnreachableTopicIs503 implements Scenario {

    @Override
    public String name() {
        return "a dependency that fails is answered with 503";
    }

    @Override
    public String shows() {
        return "While the topic throttles or the secrets cannot be read, a sender reads 503 with Retry-After, and nothing was"
                + " taken; sent again, it goes through.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        var emulation = sandbox.emulation().orElseThrow();
        var payment = Payment.small();

        emulation.faults().always("sns:Publish", Fault.throttled());
        assertThat(assertProblem(sandbox.sender().send(payment), 503).retryAfter())
                .isNotBlank();
        emulation.faults().clear();

        // Secrets are kept for a while; a new process has none yet.
        emulation.recycle("validator");
        emulation.faults().always("secretsmanager:GetSecretValue", Fault.failing());
        assertThat(assertProblem(sandbox.sender().send(payment), 503).retryAfter())
                .isNotBlank();
        emulation.faults().clear();

        sandbox.settle();
        assertThat(sandbox.operator().item(payment.id())).isEmpty();
        assertThat(sandbox.sender().send(payment).status()).isEqualTo(202);
        sandbox.await(
                "the status ENRICHED",
                () -> sandbox.operator().status(payment.id()).filter("ENRICHED"::equals));
    }
}
