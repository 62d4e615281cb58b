package dev.sluice.integration.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** A small API as a state tells it, with everything in it that API Gateway can be asked for, and one thing changed. */
final class SmallApi {

    static final String KEY = "the-key-of-client-one";

    static final String KEY_WITHOUT_PLAN = "the-key-of-nobodys-plan";

    private static final ObjectMapper JSON = new ObjectMapper();

    private SmallApi() {}

    static Deployment deployment() {
        return with(state -> {}, body -> {});
    }

    /** With something else in the values of a resource. */
    static Deployment with(String address, Consumer<ObjectNode> change) {
        return with(state -> change.accept(values(state, address)), body -> {});
    }

    /** With something else in its OpenAPI body. */
    static Deployment withBody(Consumer<ObjectNode> change) {
        return with(state -> {}, change);
    }

    private static Deployment with(Consumer<ObjectNode> state, Consumer<ObjectNode> body) {
        var openApi = read("openapi.json");
        body.accept(openApi);
        var deployed = read("state.json");
        values(deployed, "aws_api_gateway_rest_api.api").put("body", openApi.toString());
        state.accept(deployed);
        return Deployment.of(Path.of("."), deployed);
    }

    private static ObjectNode values(ObjectNode state, String address) {
        return StreamSupport.stream(state.at("/values/root_module/resources").spliterator(), false)
                .filter(each -> each.path("address").asText().equals(address))
                .map(each -> (ObjectNode) each.path("values"))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode read(String name) {
        try (var in = Objects.requireNonNull(SmallApi.class.getResourceAsStream(name), name)) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
