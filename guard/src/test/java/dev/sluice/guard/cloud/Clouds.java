package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Reads clouds from Terraform's JSON, single quotes for double ones. */
final class Clouds {

    private Clouds() {}

    static Cloud of(Path folder, String json) throws IOException {
        Files.writeString(folder.resolve("main.tf.json"), json.replace('\'', '"'));
        var graph =
                new TerraformReader(files -> Map.of()).read(folder).getFirst().graph();
        return new Cloud(graph, Expectations.usual(LocalDate.of(2026, 11, 25)));
    }

    static Resource resource(Cloud cloud, String address) {
        return cloud.graph().at(address).getFirst();
    }
}
