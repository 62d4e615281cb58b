package dev.sluice.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.blueprint.Trigger.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The API's document describes exactly the routes of the blueprint. */
class OpenApiTest {

    /** One operation, as either side states it. */
    private record Operation(String method, String path, String function, String security) {}

    private final JsonNode document = read();

    @Test
    void itsOperationsAreExactlyTheBlueprintsRoutes() {
        assertThat(documented()).containsExactlyInAnyOrderElementsOf(described());
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        assertThat(document.at("/paths").findValuesAsText("operationId"))
                .hasSameSizeAs(described())
                .doesNotHaveDuplicates();
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void aSenderSignsAsStandardWebhooksSays() {
        for (var path : List.of("/webhook", "/webhook/{source}")) {
            var operation = document.get("paths").get(path).get("post");
            assertThat(headersOf(operation)).containsExactly("webhook-id", "webhook-timestamp", "webhook-signature");
        }
    }

    @Test
    void everyWayToSayNoIsAProblemDocument() {
        var statuses = new ArrayList<String>();
        document.at("/paths/~1webhook/post/responses").fieldNames().forEachRemaining(statuses::add);
        assertThat(statuses)
                .containsExactlyInAnyOrder(
                        "202", "400", "401", "403", "404", "405", "408", "413", "415", "422", "429", "503");
        assertThat(document.at("/components/responses"))
                .isNotEmpty()
                .allSatisfy(response -> assertThat(response.get("content").has("application/problem+json"))
                        .isTrue());
    }

    private List<Operation> documented() {
        var operations = new ArrayList<Operation>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue().path("x-sluice-function").asText(),
                                method.getValue().path("security").toString()))));
        return operations;
    }

    private static List<Operation> described() {
        var operations = new ArrayList<Operation>();
        for (var function : Pipeline.BLUEPRINT.functions()) {
            for (var trigger : function.triggers()) {
                if (trigger instanceof Route route) {
                    var security = switch (route.access()) {
                        case SENDER -> "[{\"apiKey\":[]}]";
                        case OPERATOR -> "[{\"operator\":[]}]";
                    };
                    operations.add(new Operation(route.method().name(), route.path(), function.name(), security));
                }
            }
        }
        return operations;
    }

    private List<String> headersOf(JsonNode operation) {
        var headers = new ArrayList<String>();
        for (var reference : operation.get("parameters")) {
            var parameter = document.at(reference.get("$ref").asText().substring(1));
            if (parameter.get("in").asText().equals("header")) {
                headers.add(parameter.get("name").asText());
            }
        }
        return headers;
    }

    private static JsonNode read() {
        try (var in = Pipeline.class.getResourceAsStream("openapi.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
