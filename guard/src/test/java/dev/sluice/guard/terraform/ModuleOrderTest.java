package dev.sluice.guard.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a resource of a module waits for")
class ModuleOrderTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is what it depends on itself and what the call of its module does, at any depth")
    void callsOrderIsTheResources() throws IOException {
        write("main.tf.json", "{'module': {'a': {'source': './a', 'depends_on': ['aws_x.first']}}}");
        write("a/main.tf.json", "{'module': {'b': {'source': './b'}}}");
        write("a/b/main.tf.json", "{'resource': {'aws_y': {'y': {'depends_on': ['aws_z.z']}}}}");
        var graph =
                new TerraformReader(files -> Map.of()).read(folder).getFirst().graph();
        assertThat(graph.resources())
                .singleElement()
                .satisfies(resource -> assertThat(resource.dependsOn())
                        .containsExactlyInAnyOrder("aws_x.first", "module.a.module.b.aws_z.z"));
    }

    @Test
    @DisplayName("blocks that are written and blocks that are made stand beside each other")
    void dynamicBlocksAreBeside() throws IOException {
        write("main.tf.json", """
                {'resource': {'aws_x': {'x': {'statement': [{'sid': 'a'}],
                  'dynamic': {'statement': {'for_each': ['b', 'c'], 'content': {'sid': '${statement.value}'}}}}}}}
                """);
        var graph =
                new TerraformReader(files -> Map.of()).read(folder).getFirst().graph();
        assertThat(graph.resources())
                .singleElement()
                .satisfies(resource -> assertThat(resource.at("statement").each())
                        .extracting(statement -> statement.at("sid").asText().orElse("?"))
                        .containsExactly("a", "b", "c"));
    }

    private void write(String file, String json) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, json.replace('\'', '"'));
    }
}
