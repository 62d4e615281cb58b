package dev.sluice.integration.sandbox.scenario.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.compliance.Break;
import dev.sluice.integration.sandbox.client.compliance.Scans;
import dev.sluice.integration.sandbox.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Repairs on request. */
public final class WhatIsSafeIsRepaired implements Scenario {

    @Override
    public String name() {
        return "what is safe is repaired and nothing else";
    }

    @Override
    public String shows() {
        return "Told to repair, the remediator puts back what harms nothing and writes down what was and what became; what would"
                + " harm something is refused with the reason, what has no repair is left to a person; the next scan finds it"
                + " resolved.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        try (var watch = ComplianceScenario.of(sandbox)) {
            var refused = watch.breaks().tracingAndItsRight("sluice-notifier-dev", "WritesTraces");
            var byHand = List.of(
                    watch.breaks().alarm(ComplianceScenario.ALARM),
                    watch.breaks().statement("sluice-query-dev", "FailsIntoQueryDlq"));
            var safe = safe(watch, sandbox);
            var broken = new ArrayList<>(safe);
            broken.addAll(byHand);
            broken.add(refused);
            watch.broken(broken, () -> {
                var report = watch.scans().scan();
                watch.scans().repair(report, true);
                watch.scans()
                        .repair(
                                report,
                                true,
                                List.of(refused.finding(), byHand.getFirst().finding()));

                safe.forEach(each -> repaired(watch, report, each));
                assertThat(watch.scans().repairs(report, refused.finding(), "apply"))
                        .singleElement()
                        .satisfies(repair -> {
                            assertThat(repair.outcome()).isEqualTo("REFUSED");
                            assertThat(repair.said()).contains("lambda-traced-without-permission");
                        });
                assertThat(watch.scans().repairs(report, byHand.getFirst().finding(), "apply"))
                        .singleElement()
                        .extracting(Scans.Repair::outcome)
                        .isEqualTo("BY_HAND");

                var after = watch.scans().scan();
                assertThat(Scans.ids(after, "resolved"))
                        .containsAll(safe.stream().map(Break::finding).toList());
                assertThat(Scans.ids(after, "findings"))
                        .contains(refused.finding())
                        .containsAll(byHand.stream().map(Break::finding).toList())
                        .doesNotContainAnyElementsOf(
                                safe.stream().map(Break::finding).toList());
            });
            assertThat(Scans.ids(watch.scans().scan(), "findings")).isEmpty();
        }
    }

    private static List<Break> safe(ComplianceScenario watch, Sandbox sandbox) {
        var safe = new ArrayList<>(watch.tags().all());
        safe.add(watch.breaks().retention("sluice-query-dev"));
        safe.add(watch.breaks().recovery(sandbox.output("table_name_transactions")));
        safe.add(watch.breaks().publicAccess(sandbox.output("bucket_name_reports")));
        safe.add(watch.breaks().deadLetters("sluice-processor-dlq-dev"));
        safe.add(watch.breaks().tracing("sluice-enricher-dev"));
        safe.add(watch.breaks().encryption("sluice-alerts-dev"));
        return safe;
    }

    private static void repaired(ComplianceScenario watch, JsonNode report, Break each) {
        assertThat(watch.scans().repairs(report, each.finding(), "apply"))
                .as(each.toString())
                .singleElement()
                .satisfies(repair -> {
                    assertThat(repair.outcome()).as(repair.said()).isEqualTo("REPAIRED");
                    assertThat(repair.said()).contains(repair.before(), repair.after());
                });
    }
}
