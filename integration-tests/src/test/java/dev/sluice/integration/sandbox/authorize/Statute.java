package dev.sluice.integration.sandbox.authorize;

import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What operations need, of all services that are known. */
final class Statute {

    private final Map<String, Asks> services;

    Statute(Deployment deployment, ShardIterators iterators) {
        var places = new Places(deployment);
        var keys = new KeyUse(deployment);
        var tables = new TableAsks(places, keys);
        var streams = new StreamAsks(places, keys, iterators);
        services = Map.of(
                "dynamodb", operation -> tables.of(operation).or(() -> streams.of(operation)),
                "sqs", new QueueAsks(places, keys),
                "sns", new TopicAsks(keys),
                "secretsmanager", new SecretAsks(places, keys),
                "logs", new LogAsks(places, keys),
                "xray", new TraceAsks(),
                "lambda", new FunctionAsks(places));
    }

    /** The rights that an operation needs; empty where it is not known. */
    Optional<List<Needed>> needs(Operation operation) {
        return Optional.ofNullable(services.get(operation.service())).flatMap(service -> service.of(operation));
    }
}
