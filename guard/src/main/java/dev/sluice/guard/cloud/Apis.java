package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Told;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.json.TextJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The APIs at the gateway: their stages, and what their OpenAPI documents say. */
public final class Apis {

    private static final String REST = "aws_api_gateway_rest_api";
    private static final String V2 = "aws_apigatewayv2_api";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method");

    /**
     * A stage.
     *
     * @param by the resource that makes it; a deployment makes one where it names it
     * @param rest whether it is one of a REST API
     */
    public record Stage(Resource by, boolean rest) {}

    /**
     * An operation of an OpenAPI document.
     *
     * @param path {@code /orders/{id}}
     * @param method {@code GET}; {@code ANY} for whatever has no operation of its own
     * @param said what the document says of it
     */
    public record Operation(String path, String method, Value said) {

        /** What the gateway does with a call. */
        public Value integration() {
            return said.at("x-amazon-apigateway-integration");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final ResourceGraph graph;

    Apis(ResourceGraph graph) {
        this.graph = graph;
    }

    /** All APIs: REST, HTTP and WebSocket. */
    public List<Resource> all() {
        return graph.of(REST, V2);
    }

    /** The API that something is a part of. */
    public Optional<Resource> of(Resource part) {
        return graph.target(part.at("rest_api_id"), REST).or(() -> graph.target(part.at("api_id"), V2));
    }

    /** All stages. */
    public List<Stage> stages() {
        var all = new ArrayList<Stage>();
        graph.of("aws_api_gateway_stage").forEach(stage -> all.add(new Stage(stage, true)));
        graph.of("aws_api_gateway_deployment").stream()
                .filter(Apis::makesAStage)
                .forEach(deployment -> all.add(new Stage(deployment, true)));
        graph.of("aws_apigatewayv2_stage").forEach(stage -> all.add(new Stage(stage, false)));
        return all;
    }

    /** Whether a deployment names a stage, and so makes it. */
    public static boolean makesAStage(Resource deployment) {
        var name = deployment.at("stage_name");
        return !name.isAbsent() && name.asText().filter(String::isEmpty).isEmpty();
    }

    /** Whether something is said about a stage; cannot be told where names are not known. */
    public Told isAbout(Resource settings, Resource stage) {
        var named = settings.at("stage_name");
        if (graph.behind(named).contains(stage)) {
            return Told.YES;
        }
        return graph.same(named, stage.at("stage_name"))
                .and(() -> graph.same(settings.at("rest_api_id"), stage.at("rest_api_id")));
    }

    /** An API's OpenAPI document: absent where it has none, unknown where it cannot be read. */
    public Value document(Resource api) {
        var body = graph.spelled(api.at("body"));
        return switch (body) {
            case Value.Absent absent -> absent;
            case Value.Text text when text.literal().filter(String::isEmpty).isPresent() -> Value.absent();
            case Value.Text text ->
                TextJson.read(text).filter(Value.Fields.class::isInstance).orElseGet(() -> Value.unknown(text));
            default -> Value.unknown(body);
        };
    }

    /** The operations of an API's document; none where it cannot be read. */
    public List<Operation> operations(Resource api) {
        var all = new ArrayList<Operation>();
        document(api)
                .at("paths")
                .members()
                .forEach((path, item) -> item.members().forEach((method, said) -> {
                    if (METHODS.contains(method)) {
                        var name = method.startsWith("x-") ? "ANY" : method.toUpperCase(Locale.ROOT);
                        all.add(new Operation(path, name, said));
                    }
                }));
        return all;
    }
}
