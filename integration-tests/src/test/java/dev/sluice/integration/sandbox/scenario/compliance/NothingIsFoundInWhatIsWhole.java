package dev.sluice.integration.sandbox.scenario.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.compliance.Scans;
import dev.sluice.integration.sandbox.scenario.Scenario;

/** A scan of what was deployed as it was written. */
public final class NothingIsFoundInWhatIsWhole implements Scenario {

    @Override
    public String name() {
        return "nothing is found in what is whole";
    }

    @Override
    public String shows() {
        return "The schedule goes off, both stacks are read, no rule is broken and nothing is unreadable; a report for programs"
                + " and a page for people lie in the bucket, and nobody is told of anything.";
    }

    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        try (var watch = ComplianceScenario.of(sandbox)) {
            var report = watch.scans().scan();

            assertThat(Scans.ids(report, "findings")).isEmpty();
            assertThat(report.path("unreadable")).isEmpty();
            assertThat(report.path("cannotTell")).isEmpty();
            assertThat(report.path("clean").asBoolean()).isTrue();
            assertThat(report.at("/counts/resources").asInt()).isGreaterThan(100);
            assertThat(watch.scans().page(report))
                    .contains(report.path("verdict").asText());
            assertThat(watch.scans().told()).isEmpty();
        }
    }
}
