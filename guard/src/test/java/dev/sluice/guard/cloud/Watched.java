package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Infrastructure that a test writes as Terraform's JSON, single quotes for double ones. */
record Watched(Cloud cloud) {

    static Watched of(Path folder, String resources) {
        try {
            var file = folder.resolve("main.tf.json");
            Files.writeString(file, "{\"resource\": {" + resources.replace('\'', '"') + "}}");
            var graph =
                    new TerraformReader(files -> Map.of()).read(file).getFirst().graph();
            return new Watched(new Cloud(graph, Expectations.usual(LocalDate.of(2026, 11, 26))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Resource one(String address) {
        return cloud.graph().at(address).getFirst();
    }
}
