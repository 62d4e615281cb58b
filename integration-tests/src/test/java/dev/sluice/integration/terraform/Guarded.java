package dev.sluice.integration.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the guard makes of what Terraform shows: of a plan, or of a state. */
public final class Guarded {

    /** A sandbox has no access log by its preset: it would need the account's role for it. */
    private static final String DECIDED_BY_THE_PRESET = "apigateway-stage-without-access-log";

    private Guarded() {}

    /** The graph of what {@code terraform show -json} wrote. */
    public static ResourceGraph graph(JsonNode shown) throws IOException {
        var file = Files.createTempFile("shown", ".json");
        try {
            Files.writeString(file, shown.toString());
            return new TerraformReader(files -> Map.of()).read(file).getFirst().graph();
        } finally {
            Files.delete(file);
        }
    }

    /** What breaks a rule; a plan of what is not there yet says of much that it cannot be told. */
    public static List<Finding> broken(ResourceGraph graph) {
        var expectations = new Expectations(
                LocalDate.now(ZoneOffset.UTC),
                Set.of("Project", "Environment", "ManagedBy", "CostCenter"),
                Expectations.USUAL_CONCURRENCY);
        return Guard.look(graph, expectations).stream()
                .filter(Finding::isBroken)
                .toList();
    }

    /** What breaks a rule, but what the preset of a sandbox decides against one. */
    public static List<Finding> brokenInASandbox(ResourceGraph graph) {
        return broken(graph).stream()
                .filter(finding -> !finding.rule().id().equals(DECIDED_BY_THE_PRESET))
                .toList();
    }
}
