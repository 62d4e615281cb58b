package dev.sluice.guard.rules.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Tags that those who run the guard ask for")
class MissingTagsTest {

    private static final String PROVIDER = """
            "provider": {"aws": {"default_tags": {"tags": {"Project": "orders"}}}},
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("are missing from each resource that has not all of them, and the finding names which")
    void lackingIsNamed() throws IOException {
        var found = found(PROVIDER, """
                "a": {"name": "a"}, "b": {"name": "b", "tags": {"Owner": "us"}}""");
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.isBroken()).isTrue();
            assertThat(finding.resource()).isEqualTo("aws_sqs_queue.a");
            assertThat(finding.verdict().said()).isEqualTo("it lacks Owner");
        });
    }

    @Test
    @DisplayName("cannot be told where tags come from a variable")
    void openTagsCannotBeTold() throws IOException {
        assertThat(found(PROVIDER, """
                "a": {"name": "a", "tags": "${var.tags}"}""")).singleElement().matches(finding -> !finding.isBroken());
    }

    @Test
    @DisplayName("cannot be told of a module, whose caller sets up the provider")
    void moduleCannotBeTold() throws IOException {
        assertThat(found("", """
                "a": {"name": "a"}""")).singleElement().matches(finding -> !finding.isBroken());
    }

    @Test
    @DisplayName("are missing where something deployed has not got them, whoever deployed it")
    void deployedIsTold() throws IOException {
        var file = folder.resolve("state.json");
        Files.writeString(file, """
                {"format_version": "1.0", "values": {"root_module": {"resources": [{"address": "aws_sqs_queue.a",
                "mode": "managed", "type": "aws_sqs_queue", "name": "a",
                "values": {"name": "a", "tags": null, "tags_all": {"Project": "orders"}}}]}}}""");
        assertThat(found(file)).singleElement().satisfies(finding -> {
            assertThat(finding.isBroken()).isTrue();
            assertThat(finding.verdict().said()).isEqualTo("it lacks Owner");
        });
    }

    private List<Finding> found(String provider, String queues) throws IOException {
        var file = folder.resolve("main.tf.json");
        Files.writeString(file, "{" + provider + "\"resource\": {\"aws_sqs_queue\": {" + queues + "}}}");
        return found(file);
    }

    private static List<Finding> found(Path file) throws IOException {
        var expected = new Expectations(
                LocalDate.of(2026, 11, 26), Set.of("Project", "Owner"), Expectations.USUAL_CONCURRENCY);
        return new TerraformReader(files -> Map.of())
                .read(file).stream()
                        .flatMap(each -> Guard.look(each.graph(), expected, List.of(new MissingTags())).stream())
                        .toList();
    }
}
