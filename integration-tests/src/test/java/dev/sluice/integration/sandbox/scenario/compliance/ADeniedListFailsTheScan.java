package dev.sluice.integration.sandbox.scenario.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.removal.Removals;
import dev.sluice.integration.sandbox.scenario.Scenario;
import java.util.List;

/** A scan that does not even know what there is says nothing. */
public final class ADeniedListFailsTheScan implements Scenario {

    private static final String RIGHT = "sqs:ListQueues";
    private static final String LETTERS = "scanner-dlq";

    @Override
    public String name() {
        return "a denied list fails the scan";
    }

    @Override
    public String shows() {
        return "Without the right to list queues a scan fails, is tried three times and becomes a dead letter; the last report"
                + " stays, and nothing is resolved.";
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
            var before = watch.scans().scan();
            var without = Removals.ofAction(whole, sandbox.output("function_name_scanner"), RIGHT);
            try {
                emulation.deploy(without);
                watch.scans().tick();
                var letter = sandbox.await(
                        "a letter in " + LETTERS,
                        () -> sandbox.operator().letters(LETTERS).stream()
                                .filter(each -> each.body().contains("Scheduled Event")
                                        && each.messageAttributes().containsKey("ErrorMessage"))
                                .findFirst());
                assertThat(letter.messageAttributes().get("ErrorMessage").stringValue())
                        .contains("ListQueues");
                assertThat(watch.scans().latest()).contains(before);
                sandbox.operator().remove(LETTERS, "Scheduled Event");
            } finally {
                emulation.deploy(whole);
            }
        }
    }
}
