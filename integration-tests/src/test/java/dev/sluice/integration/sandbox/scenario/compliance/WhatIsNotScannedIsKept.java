package dev.sluice.integration.sandbox.scenario.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.removal.Removal;
import dev.sluice.integration.sandbox.scenario.Scenario;
import java.util.List;

/** A schedule that may not call the function any more, as during a deploy that replaces a permission. */
public final class WhatIsNotScannedIsKept implements Scenario {

    private static final String LETTERS = "scanner-dlq";
    private static final String EVENT = "Scheduled Event";

    @Override
    public String name() {
        return "a scan that is not made is kept";
    }

    @Override
    public String shows() {
        return "While the schedule may not call the scanner, its event becomes a letter in the scanner's dead-letter queue.";
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
        var permission = whole.of("aws_lambda_permission")
                .filter(each -> each.need("principal").equals("events.amazonaws.com"))
                .findFirst()
                .orElseThrow();
        try (var watch = ComplianceScenario.of(sandbox)) {
            emulation.deploy(Removal.resource(whole, permission.address()));
            watch.scans().tick();
            var letter = sandbox.await(
                    "the undelivered event",
                    () -> sandbox.operator().letters(LETTERS).stream()
                            .filter(each -> each.body().contains(EVENT))
                            .findFirst());
            assertThat(letter.body()).contains("aws.events");
            sandbox.operator().remove(LETTERS, EVENT);
        } finally {
            emulation.deploy(whole);
        }
    }
}
