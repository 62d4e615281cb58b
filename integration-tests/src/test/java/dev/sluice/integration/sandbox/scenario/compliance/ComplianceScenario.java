package dev.sluice.integration.sandbox.scenario.compliance;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.compliance.Break;
import dev.sluice.integration.sandbox.client.compliance.Breaks;
import dev.sluice.integration.sandbox.client.compliance.LostTags;
import dev.sluice.integration.sandbox.client.compliance.Scans;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a scenario of the watch has at hand. Whatever it broke is put back at its end, and a scan has seen it, so that the next
 * one begins with nothing open.
 *
 * @param scans what is scanned, told and repaired
 * @param breaks what can be broken
 * @param tags what can lose a tag
 */
record ComplianceScenario(Scans scans, Breaks breaks, LostTags tags) implements AutoCloseable {

    /** One of many that its queue has: nothing but its name tells that it is gone. */
    static final String ALARM = "sluice-query-dlq-letters-dev";

    static ComplianceScenario of(Sandbox sandbox) {
        var deployed = sandbox.emulation().orElseThrow().deployed();
        return new ComplianceScenario(
                Scans.of(sandbox),
                new Breaks(deployed, sandbox.operator()),
                new LostTags(deployed, sandbox.operator()));
    }

    /** The eight changes by hand that nobody may miss, and a topic's encryption. */
    List<Break> all(Sandbox sandbox) {
        return Stream.concat(
                        Stream.of(
                                breaks.retention("sluice-query-dev"),
                                breaks.recovery(sandbox.output("table_name_transactions")),
                                breaks.publicAccess(sandbox.output("bucket_name_reports")),
                                breaks.alarm(ALARM),
                                breaks.deadLetters("sluice-processor-dlq-dev"),
                                breaks.statement("sluice-query-dev", "FailsIntoQueryDlq"),
                                breaks.tracing("sluice-enricher-dev"),
                                breaks.tracingAndItsRight("sluice-notifier-dev", "WritesTraces"),
                                breaks.encryption("sluice-alerts-dev")),
                        tags.all().stream())
                .toList();
    }

    /** Does something while things are broken; whatever comes of it, they are put back. */
    void broken(List<Break> broken, Runnable doing) {
        try {
            broken.forEach(each -> each.make().run());
            doing.run();
        } finally {
            broken.forEach(each -> each.undo().run());
        }
    }

    @Override
    public void close() {
        scans.close();
    }
}
