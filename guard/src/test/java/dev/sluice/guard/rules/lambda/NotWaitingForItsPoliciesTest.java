package dev.sluice.guard.rules.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A function that does not wait for its role's policies")
class NotWaitingForItsPoliciesTest {

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("is found wherever the order of things is told, which an account does not do")
    @CsvSource({"CONFIGURATION, 1", "PLAN, 1", "STATE, 1", "LIVE, 0"})
    void orderIsNotToldByAnAccount(Origin origin, int findings) throws IOException, URISyntaxException {
        assertThat(found(origin)).hasSize(findings);
    }

    private static List<Finding> found(Origin origin) throws IOException, URISyntaxException {
        var example = Objects.requireNonNull(
                NotWaitingForItsPolicies.class.getResource("NotWaitingForItsPolicies/failing.tf.json"));
        var written = new TerraformReader(files -> Map.of())
                .read(Path.of(example.toURI()))
                .getFirst()
                .graph();
        var graph = new ResourceGraph(origin, written.resources(), List.of(), List.of(), List.of());
        return Guard.look(
                graph, Expectations.usual(LocalDate.of(2026, 11, 25)), List.of(new NotWaitingForItsPolicies()));
    }
}
