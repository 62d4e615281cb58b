package dev.sluice.integration.sandbox.authorize;

import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operations need, of all services that are known. */
final class Statute {

    private final Map<String, Asks> services;
    private final Asks control;

    Statute(Deployment deployment, ShardIterators iterators) {
        var places = new Places(deployment);
        var keys = new KeyUse(deployment);
        var tables = new TableAsks(places, keys);
        var streams = new StreamAsks(places, keys, iterators);
        control = new ControlAsks(places);
        services = Map.of(
                "dynamodb", operation -> tables.of(operation).or(() -> streams.of(operation)),
                "sqs", new QueueAsks(places, keys),
                "sns", new TopicAsks(keys),
                "secretsmanager", new SecretAsks(places, keys),
                "logs", new LogAsks(places, keys),
                "s3", new BucketAsks(control, places, keys),
                "apigateway", new ApiAsks(places));
    }

    /** The rights that an operation needs; empty where it is not known. */
    Optional<List<Needed>> needs(Operation operation) {
        return Optional.ofNullable(services.get(operation.service()))
                .flatMap(service -> service.of(operation))
                .or(() -> control.of(operation));
    }
}
