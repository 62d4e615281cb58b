package dev.sluice.integration.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the guard says of a plan. */
final class Guarded {

    private Guarded() {}

    /** What in the plan breaks a rule; a plan of what is not there yet says of much that it cannot be told. */
    static List<Finding> broken(JsonNode plan) throws IOException {
        var expectations = new Expectations(
                LocalDate.now(ZoneOffset.UTC),
                Set.of("Project", "Environment", "ManagedBy", "CostCenter"),
                Expectations.USUAL_CONCURRENCY);
        var file = Files.createTempFile("plan", ".json");
        try {
            Files.writeString(file, plan.toString());
            return new TerraformReader(files -> Map.of())
                    .read(file).stream()
                            .flatMap(read -> Guard.look(read.graph(), expectations).stream())
                            .filter(Finding::isBroken)
                            .toList();
        } finally {
            Files.delete(file);
        }
    }
}
