package dev.sluice.integration.sandbox.authorize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CloudWatch Logs (AWS, "Actions, resources, and condition keys for Amazon CloudWatch Logs"; "Encrypt log data in CloudWatch
 * Logs using AWS Key Management Service"): the service uses a group's key itself, and its caller does not.
 */
final class LogAsks implements Asks {

    private final Places places;
    private final KeyUse keys;

    LogAsks(Places places, KeyUse keys) {
        this.places = places;
        this.keys = keys;
    }

    @Override
    public Optional<List<Needed>> of(Operation operation) {
        var asked = operation.request().json();
        var group = places.logGroup(asked.path("logGroupName").asText());
        var stream = group + ":log-stream:" + asked.path("logStreamName").asText("");
        var needs = new ArrayList<Needed>();
        needs.add(Needed.of(operation.action(), stream));
        return switch (operation.name()) {
            case "CreateLogGroup", "CreateLogStream" -> Optional.of(needs);
            case "PutLogEvents" -> {
                needs.addAll(keys.byService(
                        group,
                        "logs." + places.region() + ".amazonaws.com",
                        Map.of("aws:logs:arn", group),
                        "Encrypt",
                        "Decrypt",
                        "GenerateDataKey"));
                yield Optional.of(needs);
            }
            default -> Optional.empty();
        };
    }
}
