package dev.sluice.integration.sandbox.authorize;

import java.util.List;
import java.util.Optional;

/** The operations by which configurations are read and changed, of every service: {@code control-plane.txt}. */
final class ControlAsks implements Asks {

    private final Places places;

    ControlAsks(Places places) {
        this.places = places;
    }

    @Override
    public Optional<List<Needed>> of(Operation operation) {
        return Listed.of(operation).map(row -> {
            var arn = resource(row, operation);
            return List.of(new Needed(row.right(), arn, places.said(arn), Optional.empty()));
        });
    }

    private String resource(Listed row, Operation operation) {
        var named = operation.parameter(row.parameter());
        return switch (row.kind()) {
            case "*" -> "*";
            case "all-alarms" -> places.allAlarms();
            case "all-rules" -> places.rule("*");
            case "arn" -> named;
            case "function" ->
                places.function(named, operation.request().query().getOrDefault("Qualifier", ""));
            case "event-source" -> places.eventSource(named);
            case "bucket" -> places.bucket(named);
            case "object" -> places.bucket(named) + "/" + operation.parameter("Key");
            case "role" -> places.role(named);
            case "dashboard" -> places.dashboard(named);
            // Said so by CloudWatch Logs where it refuses something with a group.
            case "log-group" -> places.logGroup(named) + ":log-stream:";
            case "key" -> places.key(named);
            case "rule" -> places.rule(named);
            case "secret" -> places.secret(named);
            case "queue" -> places.queue(named);
            case "table" -> places.table(named);
            default -> throw new IllegalStateException("control-plane.txt: nobody knows what a " + row.kind() + " is");
        };
    }
}
