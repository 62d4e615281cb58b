package dev.sluice.integration.sandbox.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * What the suite signs with: a secret of its own beside the one that a source has already, as in a rotation
 * (docs/operations.md). Closed, the source has what it had.
 */
public final class Secret implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BYTES = 32;

    private final SecretsManagerClient secrets;
    private final String name;
    private final Optional<String> before;
    private final String value;

    private Secret(SecretsManagerClient secrets, String name, Optional<String> before, String value) {
        this.secrets = secrets;
        this.name = name;
        this.before = before;
        this.value = value;
    }

    /** Adds one to a source's. */
    public static Secret add(Access access, String name) {
        var secrets = access.client(SecretsManagerClient.builder());
        var before = current(secrets, name);
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        var value = "whsec_" + Base64.getEncoder().encodeToString(bytes);
        var both = JSON.createObjectNode();
        var list = both.putArray("secrets");
        list.addObject().put("secret", value);
        before.map(Secret::first).ifPresent(list::add);
        secrets.putSecretValue(request -> request.secretId(name).secretString(both.toString()));
        return new Secret(secrets, name, before, value);
    }

    /** As Standard Webhooks writes it: {@code whsec_…}. */
    public String value() {
        return value;
    }

    private static Optional<String> current(SecretsManagerClient secrets, String name) {
        try {
            return Optional.of(
                    secrets.getSecretValue(request -> request.secretId(name)).secretString());
        } catch (ResourceNotFoundException nobodySetOneYet) {
            return Optional.empty();
        }
    }

    private static JsonNode first(String text) {
        try {
            var first = JSON.readTree(text).path("secrets").path(0);
            return first instanceof ObjectNode secret ? secret : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the source's secret is not what ./sluice writes", e);
        }
    }

    @Override
    public void close() {
        try (secrets) {
            before.ifPresent(text ->
                    secrets.putSecretValue(request -> request.secretId(name).secretString(text)));
        }
    }

    /** Tells no secret. */
    @Override
    public String toString() {
        return "Secret[" + name + "]";
    }
}
