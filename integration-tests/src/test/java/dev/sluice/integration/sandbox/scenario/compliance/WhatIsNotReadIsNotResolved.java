package dev.sluice.integration.sandbox.scenario.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.compliance.Scans;
import dev.sluice.integration.sandbox.removal.Removals;
import dev.sluice.integration.sandbox.scenario.Scenario;
import java.util.List;

/** What cannot be told stays as it was. */
public final class WhatIsNotReadIsNotResolved implements Scenario {

    private static final String RIGHT = "sqs:GetQueueAttributes";

    @Override
    public String name() {
        return "what is not read is not resolved";
    }

    @Override
    public String shows() {
        return "Without the right to read queues a scan says which it could not read; what was found of them stays open, and is"
                + " told to nobody again.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public List<String> refused() {
        return List.of(RIGHT);
    }

    @Override
    public void run(Sandbox sandbox) {
        var emulation = sandbox.emulation().orElseThrow();
        var whole = emulation.deployed();
        try (var watch = ComplianceScenario.of(sandbox)) {
            var broken = watch.breaks().deadLetters("sluice-validator-dlq-dev");
            watch.broken(List.of(broken), () -> {
                assertThat(Scans.ids(watch.scans().scan(), "findings")).containsExactly(broken.finding());
                var without = Removals.ofAction(whole, sandbox.output("function_name_scanner"), RIGHT);
                try {
                    emulation.deploy(without);
                    var blind = watch.scans().scan();
                    assertThat(Scans.ids(blind, "findings")).contains(broken.finding());
                    assertThat(Scans.ids(blind, "resolved")).isEmpty();
                    assertThat(blind.path("unreadable").toString()).contains("GetQueueAttributes");
                    assertThat(blind.path("clean").asBoolean()).isFalse();
                    assertThat(watch.scans().told(broken.finding())).hasSize(1);
                } finally {
                    emulation.deploy(whole);
                }
            });
            var report = watch.scans().scan();
            assertThat(Scans.ids(report, "findings")).isEmpty();
            assertThat(Scans.ids(report, "resolved")).containsExactly(broken.finding());
        }
    }
}
