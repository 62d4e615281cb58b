package dev.sluice.integration.sandbox.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.integration.terraform.Guarded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What was deployed, as Terraform's state tells it: the one place where the sandbox learns of wiring. Nothing of it is known
 * beforehand.
 *
 * @param folder where Terraform was run: paths of archives begin there
 * @param state as {@code terraform show -json} writes it
 * @param graph the same for the guard
 */
public record Deployment(Path folder, JsonNode state, ResourceGraph graph) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Its ARN is that of what it invokes. */
    private static final String OF_ANOTHER = "aws_cloudwatch_event_target";

    /** Reads a state. */
    public static Deployment of(Path folder, JsonNode state) {
        return new Deployment(folder, state, graph(state));
    }

    /** This and what was deployed beside it, as one. */
    public Deployment and(Deployment other) {
        return of(folder, Stacks.together(this, other));
    }

    private static ResourceGraph graph(JsonNode state) {
        try {
            return Guarded.graph(state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the resources of a type say, by their address. */
    public Stream<Stated> of(String type) {
        return resources()
                .filter(resource -> resource.get("type").asText().equals(type)
                        && resource.get("mode").asText().equals("managed"))
                .map(resource -> new Stated(resource.get("address").asText(), resource.get("values")));
    }

    /** The account that is deployed to. */
    public String account() {
        return looked("aws_caller_identity").path("account_id").asText();
    }

    /** The region that is deployed to. */
    public String region() {
        return looked("aws_region").path("name").asText();
    }

    /** An output. */
    public String output(String name) {
        var value = state.at("/values/outputs").path(name).path("value");
        if (value.isMissingNode()) {
            throw new IllegalStateException("the stack has no output " + name);
        }
        return value.asText();
    }

    /** The outputs whose names begin so, by what follows. */
    public Map<String, String> outputs(String prefix) {
        var found = new TreeMap<String, String>();
        state.at("/values/outputs").properties().forEach(output -> {
            if (output.getKey().startsWith(prefix)) {
                found.put(
                        output.getKey().substring(prefix.length()),
                        output.getValue().get("value").asText());
            }
        });
        return found;
    }

    /** The functions. */
    public List<DeployedFunction> functions() {
        return of("aws_lambda_function")
                .map(function -> DeployedFunction.of(this, function))
                .toList();
    }

    /** The function that an ARN leads to: its own, an alias's or a version's, or its name. */
    public Optional<DeployedFunction> function(String named) {
        return functions().stream().filter(function -> function.goesBy(named)).findFirst();
    }

    /** What hands records and messages to functions. */
    public List<EventSource> sources() {
        return of("aws_lambda_event_source_mapping").map(EventSource::of).toList();
    }

    /** Who is told of what is published. */
    public List<TopicSubscription> subscriptions() {
        return of("aws_sns_topic_subscription").map(TopicSubscription::of).toList();
    }

    /** The guard's view of the resource that an ARN is of: its own, or of something in it. */
    public Optional<Resource> behind(String arn) {
        return graph.resources().stream()
                .filter(resource -> !resource.data() && !resource.type().equals(OF_ANOTHER) && isWithin(arn, resource))
                .max(Comparator.comparingInt(
                        resource -> resource.at("arn").asText().orElse("").length()));
    }

    private static boolean isWithin(String arn, Resource resource) {
        return resource.at("arn")
                .asText()
                .filter(own -> arn.equals(own) || arn.startsWith(own + ":") || arn.startsWith(own + "/"))
                .isPresent();
    }

    /** The same deployment with something else in its state. */
    public Deployment with(JsonNode other) {
        return of(folder, other);
    }

    private JsonNode looked(String type) {
        return resources()
                .filter(resource -> resource.get("type").asText().equals(type))
                .findFirst()
                .orElseThrow()
                .get("values");
    }

    private Stream<JsonNode> resources() {
        return StreamSupport.stream(state.at("/values/root_module/resources").spliterator(), false);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
