package dev.sluice.integration.sandbox.scenario.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.compliance.Scans;
import dev.sluice.integration.sandbox.scenario.Scenario;
import java.util.List;

/** Somebody changes the same thing again and again. */
public final class WhatComesBackIsToldAgain implements Scenario {

    private static final int MOST_RETURNS = 3;

    /** A queue of its own, which no other scenario touches: what came back counts for ever. */
    private static final String QUEUE = "sluice-enricher-dlq-dev";

    @Override
    public String name() {
        return "what comes back is told again, and in the end no longer repaired";
    }

    @Override
    public String shows() {
        return "A finding that is resolved and comes back is told once more each time; when it has come back three times it is"
                + " left to a person, who is told why.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        try (var watch = ComplianceScenario.of(sandbox)) {
            var broken = watch.breaks().deadLetters(QUEUE);
            int before = returns(watch, broken.finding());
            for (int time = 1; time <= MOST_RETURNS + 1; time++) {
                boolean last = time > MOST_RETURNS;
                int told = time;
                watch.broken(List.of(broken), () -> {
                    var report = watch.scans().scan();
                    assertThat(Scans.ids(report, "findings")).containsExactly(broken.finding());
                    assertThat(watch.scans().told(broken.finding())).hasSize(told);
                    watch.scans().repair(report, true);
                    assertThat(watch.scans().repairs(broken.finding(), "apply"))
                            .first()
                            .extracting(Scans.Repair::outcome)
                            .isEqualTo(last || before > 0 ? "COMES_BACK" : "REPAIRED");
                });
                assertThat(Scans.ids(watch.scans().scan(), "resolved")).containsExactly(broken.finding());
            }
        }
    }

    /** How often it came back in what ran before, such as this scenario without something that was taken out. */
    private static int returns(ComplianceScenario watch, String finding) {
        return watch.scans().repairs(finding, "apply").size();
    }
}
