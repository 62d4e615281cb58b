package dev.sluice.handlers.aws;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Setting;
import dev.sluice.blueprint.Use.Kind;
import dev.sluice.handlers.enriching.Enricher;
import dev.sluice.handlers.enriching.RiskSettings;
import dev.sluice.handlers.intake.CachedSecrets;
import dev.sluice.handlers.intake.Rehearsal;
import dev.sluice.handlers.intake.Sources;
import dev.sluice.handlers.intake.Validator;
import dev.sluice.handlers.notifying.Notifier;
import dev.sluice.handlers.processing.Processor;
import dev.sluice.handlers.query.Query;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    /** How Lambda says that a picture is taken of what is made here. */
    private static final String SNAP_START = "snap-start";

    private Deployed() {}

    static Validator validator(Map<String, String> variables) {
        var rehearsal = Rehearsal.begin();
        var environment = new Environment(Pipeline.VALIDATOR, variables);
        var clients = Clients.of(variables);
        var secrets = new SecretsManagerSourceSecrets(
                clients.secretsManager(), environment.of(Kind.READS_SECRETS, Pipeline.SOURCE_SECRETS));
        var topic = new SnsTransactionTopic(clients.sns(), environment.of(Kind.PUBLISHES, Pipeline.TRANSACTIONS_TOPIC));
        // Last: the parser's tables, which take longest, have been made by the rehearsal by now.
        var sources = setting(environment, Pipeline.SOURCES, Sources::read);
        var validator = new Validator(sources, new CachedSecrets(secrets, CLOCK), topic, CLOCK, telemetry(environment));
        if (SNAP_START.equals(variables.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
            finish(rehearsal);
        }
        return validator;
    }

    /** What has not been rehearsed when the picture is taken, each copy of it would rehearse again. */
    private static void finish(Thread rehearsal) {
        try {
            rehearsal.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Processor processor(Map<String, String> variables) {
        var environment = new Environment(Pipeline.PROCESSOR, variables);
        var clients = Clients.of(variables);
        return new Processor(
                new DynamoDbTransactionStore(
                        clients.dynamoDb(), environment.of(Kind.WRITES, Pipeline.TRANSACTIONS_TABLE), Deployed::claim),
                new SqsNotificationQueue(clients.sqs(), environment.of(Kind.SENDS, Pipeline.NOTIFICATIONS_QUEUE)),
                CLOCK,
                telemetry(environment));
    }

    static Enricher enricher(Map<String, String> variables) {
        var environment = new Environment(Pipeline.ENRICHER, variables);
        var clients = Clients.of(variables);
        var dynamoDb = clients.dynamoDb();
        return new Enricher(
                new DynamoDbAccountHistory(dynamoDb, environment.of(Kind.READS, Pipeline.TRANSACTIONS_TABLE)),
                new DynamoDbAssessments(
                        dynamoDb, environment.of(Kind.UPDATES, Pipeline.TRANSACTIONS_TABLE), Deployed::claim),
                new SqsNotificationQueue(clients.sqs(), environment.of(Kind.SENDS, Pipeline.NOTIFICATIONS_QUEUE)),
                setting(environment, Pipeline.RISK, RiskSettings::read),
                CLOCK,
                telemetry(environment));
    }

    static Notifier notifier(Map<String, String> variables) {
        var environment = new Environment(Pipeline.NOTIFIER, variables);
        var clients = Clients.of(variables);
        var dynamoDb = clients.dynamoDb();
        var table = environment.of(Kind.UPDATES, Pipeline.TRANSACTIONS_TABLE);
        return new Notifier(
                new SnsAlertTopic(clients.sns(), environment.of(Kind.PUBLISHES, Pipeline.ALERTS_TOPIC)),
                new DynamoDbAlertLedger(dynamoDb, table, Deployed::claim),
                new DynamoDbAssessments(dynamoDb, table, Deployed::claim),
                CLOCK,
                telemetry(environment));
    }

    static Query query(Map<String, String> variables) {
        var environment = new Environment(Pipeline.QUERY, variables);
        return new Query(
                new DynamoDbTransactionArchive(
                        Clients.of(variables).dynamoDb(), environment.of(Kind.LISTS, Pipeline.TRANSACTIONS_TABLE)),
                CLOCK,
                telemetry(environment));
    }

    /** What the text of a setting says. */
    @FunctionalInterface
    private interface Reader<T> {
        T read(InputStream json) throws IOException;
    }

    private static <T> T setting(Environment environment, Setting setting, Reader<T> reader) {
        var written = environment.of(setting);
        try {
            return reader.read(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the environment variable " + setting.environmentVariable() + ": " + e.getMessage(), e);
        }
    }

    /** Another text for each call, to know its own effect by. */
    private static String claim() {
        return UUID.randomUUID().toString();
    }

    /** Lambda takes what is written to standard output, a line at a time, into the function's log group. */
    private static Telemetry telemetry(Environment environment) {
        PrintStream out = System.out;
        return new Telemetry(out::println, environment.of(Pipeline.METRICS));
    }
}
