package dev.sluice.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hashicorp.cdktf.Testing;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource.DeadLetterQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Terraform that the blueprint becomes. */
class TransactionsStackTest {

    private final JsonNode stack =
            synthesized(Map.of("ENVIRONMENT_SUFFIX", "it", "AWS_REGION", "eu-west-2", "COST_CENTER", "cards"));

    @Test
    void thereIsAQueueForEachDeadLetterQueueOfTheBlueprintNamedWithTheSuffix() {
        assertThat(queues())
                .extracting(q -> q.get("name").asText())
                .containsExactlyInAnyOrderElementsOf(Pipeline.BLUEPRINT.resources().stream()
                        .filter(DeadLetterQueue.class::isInstance)
                        .map(q -> "sluice-" + q.name() + "-it")
                        .toList())
                .contains("sluice-processor-dlq-it");
    }

    @Test
    void aDeadLetterStaysFourteenDays() {
        assertThat(queues())
                .isNotEmpty()
                .allSatisfy(q ->
                        assertThat(q.get("message_retention_seconds").asInt()).isEqualTo(1_209_600));
    }

    @Test
    void aMessageInHandIsHiddenForFiveMinutes() {
        assertThat(queues())
                .isNotEmpty()
                .allSatisfy(q ->
                        assertThat(q.get("visibility_timeout_seconds").asInt()).isEqualTo(300));
    }

    @Test
    void everyQueueIsEncrypted() {
        assertThat(queues())
                .isNotEmpty()
                .allSatisfy(q ->
                        assertThat(q.get("sqs_managed_sse_enabled").asBoolean()).isTrue());
    }

    @Test
    void everythingIsTaggedThroughTheProvider() {
        assertThat(stack.at("/provider/aws/0/default_tags/0/tags").properties())
                .extracting(tag -> tag.getKey() + "=" + tag.getValue().asText())
                .containsExactlyInAnyOrder("Environment=it", "Project=sluice", "ManagedBy=cdktf", "CostCenter=cards");
    }

    @Test
    void theProviderIsAVersionThatKnowsTheRuntime() {
        assertThat(stack.at("/terraform/required_providers/aws/version").asText())
                .isEqualTo("~> 5.100");
    }

    @Test
    void theRegionIsTheSettings() {
        assertThat(stack.at("/provider/aws/0/region").asText()).isEqualTo("eu-west-2");
    }

    @Test
    void withoutARegionNoneIsWritten() {
        assertThat(synthesized(Map.of()).at("/provider/aws/0").has("region")).isFalse();
    }

    private List<JsonNode> queues() {
        return stack.at("/resource/aws_sqs_queue").valueStream().toList();
    }

    private static JsonNode synthesized(Map<String, String> variables) {
        var stack = new TransactionsStack(Testing.app(), "transactions", Pipeline.BLUEPRINT, Settings.of(variables));
        try {
            return new ObjectMapper().readTree(Testing.synth(stack).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
