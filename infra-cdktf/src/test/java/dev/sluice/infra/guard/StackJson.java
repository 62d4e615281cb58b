package dev.sluice.infra.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A synthesized stack, to be changed.
 *
 * @param root the whole document
 */
record StackJson(ObjectNode root) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static StackJson of(JsonNode synthesized) {
        return new StackJson(synthesized.deepCopy());
    }

    /** The body of a resource that there is. */
    ObjectNode resource(String type, String name) {
        if (root.at("/resource/" + type + "/" + name) instanceof ObjectNode body) {
            return body;
        }
        throw new AssertionError("the stack has no " + type + "." + name);
    }

    /** The body of a resource, or of a block in it: {@code block("aws_lambda_function", "query", "tracing_config")}. */
    ObjectNode block(String type, String name, String... path) {
        ObjectNode here = resource(type, name);
        for (var step : path) {
            if (!(here.get(step) instanceof ObjectNode next)) {
                throw new AssertionError(type + "." + name + " has no block " + step);
            }
            here = next;
        }
        return here;
    }

    /** Takes a resource away, and that others wait for it. */
    void remove(String type, String name) {
        resource(type, name);
        ((ObjectNode) root.at("/resource/" + type)).remove(name);
        root.get("resource")
                .forEach(all -> all.forEach(body -> {
                    if (body.get("depends_on") instanceof ArrayNode waits) {
                        for (int index = waits.size() - 1; index >= 0; index--) {
                            if (waits.get(index).asText().equals(type + "." + name)) {
                                waits.remove(index);
                            }
                        }
                    }
                }));
    }

    /** Adds a resource. */
    void add(String type, String name, String body) {
        var resources = (ObjectNode) root.get("resource");
        var all = resources.get(type) instanceof ObjectNode there ? there : resources.putObject(type);
        all.set(name, read(body));
    }

    /** Changes the statements of a policy that is written as text in an attribute of a resource. */
    void statements(String type, String name, String attribute, Consumer<ArrayNode> change) {
        var body = resource(type, name);
        var policy = read(body.get(attribute).asText());
        change.accept((ArrayNode) policy.get("Statement"));
        body.put(attribute, policy.toString());
    }

    /** The statement of a policy that has a sid. */
    static ObjectNode statement(ArrayNode statements, String sid) {
        for (var statement : statements) {
            if (statement.path("Sid").asText().equals(sid)) {
                return (ObjectNode) statement;
            }
        }
        throw new AssertionError("no statement " + sid + " among " + statements);
    }

    /** Changes the statement of a function's role that has a sid. */
    void right(String function, String sid, Consumer<ObjectNode> change) {
        statements("aws_iam_role_policy", function, "policy", all -> change.accept(statement(all, sid)));
    }

    /** Takes the statement with a sid from a function's role. */
    void withoutRight(String function, String sid) {
        statements("aws_iam_role_policy", function, "policy", all -> {
            var gone = statement(all, sid);
            for (int index = all.size() - 1; index >= 0; index--) {
                if (all.get(index).equals(gone)) {
                    all.remove(index);
                }
            }
        });
    }

    static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the guard reads it. */
    ResourceGraph graph() {
        try {
            var folder = Files.createTempDirectory("stack");
            var file = folder.resolve("cdk.tf.json");
            try {
                Files.writeString(file, root.toString(), StandardCharsets.UTF_8);
                return new TerraformReader(files -> Map.of())
                        .read(folder)
                        .getFirst()
                        .graph();
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
