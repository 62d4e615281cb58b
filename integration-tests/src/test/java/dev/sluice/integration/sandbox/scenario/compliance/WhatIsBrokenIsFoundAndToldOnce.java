package dev.sluice.integration.sandbox.scenario.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.compliance.Break;
import dev.sluice.integration.sandbox.client.compliance.Scans;
import dev.sluice.integration.sandbox.scenario.Scenario;
import java.util.List;

/** Changes by hand. */
public final class WhatIsBrokenIsFoundAndToldOnce implements Scenario {

    @Override
    public String name() {
        return "what is broken is found and told once";
    }

    @Override
    public String shows() {
        return "Everything that was changed by hand is found by one scan, is on the page, and is told once; by itself nothing"
                + " is repaired; put back, it is resolved.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        try (var watch = ComplianceScenario.of(sandbox)) {
            var broken = watch.all(sandbox);
            var findings = broken.stream().map(Break::finding).toList();
            watch.broken(broken, () -> {
                var first = watch.scans().scan();
                found(watch, first, findings);
                onlyTold(watch, first, findings);

                var second = watch.scans().scan();
                assertThat(Scans.ids(second, "findings")).containsAll(findings);
                assertThat(watch.scans().told()).as("told by two scans").doesNotHaveDuplicates();
            });
            var whole = watch.scans().scan();
            assertThat(Scans.ids(whole, "findings")).isEmpty();
            assertThat(Scans.ids(whole, "resolved")).containsAll(findings);
        }
    }

    private static void found(ComplianceScenario watch, JsonNode report, List<String> findings) {
        assertThat(Scans.ids(report, "findings")).containsAll(findings);
        var page = watch.scans().page(report);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(page).contains(finding.substring(finding.indexOf('@') + 1));
            assertThat(watch.scans().told(finding)).as("told of " + finding).hasSize(1);
        });
    }

    /** Repairs are a dry run as they are deployed. */
    private static void onlyTold(ComplianceScenario watch, JsonNode report, List<String> findings) {
        var planned =
                findings.stream().filter(finding -> isPlanned(report, finding)).toList();
        assertThat(planned)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(watch.scans().repairs(report, finding, "dry-run"))
                        .as(finding)
                        .first()
                        .satisfies(repair -> {
                            assertThat(repair.outcome()).isEqualTo("WOULD_REPAIR");
                            assertThat(repair.before()).isNotEqualTo(repair.after());
                        }));
        assertThat(findings)
                .allSatisfy(finding -> assertThat(watch.scans().repairs(report, finding, "apply"))
                        .as(finding)
                        .isEmpty());
    }

    private static boolean isPlanned(JsonNode report, String finding) {
        for (var each : report.path("findings")) {
            if (each.path("id").asText().equals(finding)) {
                return each.at("/proposal/is").asText().equals("planned");
            }
        }
        return false;
    }
}
