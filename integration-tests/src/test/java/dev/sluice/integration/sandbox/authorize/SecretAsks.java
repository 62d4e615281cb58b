package dev.sluice.integration.sandbox.authorize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Secrets Manager (AWS, "Actions, resources, and condition keys for AWS Secrets Manager"; "Secret encryption and decryption
 * in AWS Secrets Manager").
 */
final class SecretAsks implements Asks {

    private final Places places;
    private final KeyUse keys;

    SecretAsks(Places places, KeyUse keys) {
        this.places = places;
        this.keys = keys;
    }

    @Override
    public Optional<List<Needed>> of(Operation operation) {
        var secret = places.secret(operation.request().json().path("SecretId").asText());
        return switch (operation.name()) {
            case "GetSecretValue" -> {
                var needs = new ArrayList<Needed>();
                needs.add(Needed.of(operation.action(), secret));
                needs.addAll(keys.byCaller(secret, "secretsmanager", Map.of("SecretARN", secret), "Decrypt"));
                yield Optional.of(needs);
            }
            case "DescribeSecret" -> Optional.of(List.of(Needed.of(operation.action(), secret)));
            default -> Optional.empty();
        };
    }
}
