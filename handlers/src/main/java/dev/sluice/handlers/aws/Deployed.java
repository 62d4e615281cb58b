package dev.sluice.handlers.aws;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Use.Kind;
import dev.sluice.handlers.intake.CachedSecrets;
import dev.sluice.handlers.intake.Sources;
import dev.sluice.handlers.intake.Validator;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.processing.Processor;
import dev.sluice.handlers.query.Query;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/**
 * The functions as they are deployed: where ports meet their adapters on AWS, and where time and chance come in.
 *
 * <p>Nothing secret, random or dependent on the time is made here, only what will ask for it: SnapStart keeps a picture
 * of all this and wakes it many times.
 */
final class Deployed {

    private static final InstantSource CLOCK = InstantSource.system();

    private Deployed() {}

    static Validator validator(Map<String, String> variables) {
        var environment = new Environment(Pipeline.VALIDATOR, variables);
        var clients = Clients.of(variables);
        return new Validator(
                sources(environment),
                new CachedSecrets(
                        new SecretsManagerSourceSecrets(
                                clients.secretsManager(), environment.of(Kind.READS_SECRETS, Pipeline.SOURCE_SECRETS)),
                        CLOCK),
                new SnsTransactionTopic(clients.sns(), environment.of(Kind.PUBLISHES, Pipeline.TRANSACTIONS_TOPIC)),
                CLOCK,
                telemetry());
    }

    static Processor processor(Map<String, String> variables) {
        var environment = new Environment(Pipeline.PROCESSOR, variables);
        return new Processor(
                new DynamoDbTransactionStore(
                        Clients.of(variables).dynamoDb(),
                        environment.of(Kind.WRITES, Pipeline.TRANSACTIONS_TABLE),
                        () -> UUID.randomUUID().toString()),
                notification -> {
                    throw new Unavailable("stub");
                },
                CLOCK,
                telemetry());
    }

    static Query query(Map<String, String> variables) {
        var environment = new Environment(Pipeline.QUERY, variables);
        return new Query(
                new DynamoDbTransactionArchive(
                        Clients.of(variables).dynamoDb(), environment.of(Kind.READS, Pipeline.TRANSACTIONS_TABLE)),
                CLOCK,
                telemetry());
    }

    private static Sources sources(Environment environment) {
        var written = environment.of(Pipeline.SOURCES);
        try {
            return Sources.read(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the environment variable " + Pipeline.SOURCES.environmentVariable() + ": " + e.getMessage(), e);
        }
    }

    /** Lambda takes what is written to standard output, a line at a time, into the function's log group. */
    private static Telemetry telemetry() {
        PrintStream out = System.out;
        return new Telemetry(out::println);
    }
}
