package dev.sluice.blueprint;

import static dev.sluice.blueprint.Trigger.Access.OPERATOR;
import static dev.sluice.blueprint.Trigger.Access.SENDER;
import static dev.sluice.blueprint.Trigger.Method.GET;
import static dev.sluice.blueprint.Trigger.Method.POST;

import dev.sluice.blueprint.Resource.DeadLetterQueue;
import dev.sluice.blueprint.Resource.Index;
import dev.sluice.blueprint.Resource.Keys;
import dev.sluice.blueprint.Resource.Queue;
import dev.sluice.blueprint.Resource.Secrets;
import dev.sluice.blueprint.Resource.Table;
import dev.sluice.blueprint.Resource.Topic;
import dev.sluice.blueprint.Trigger.Messages;
import dev.sluice.blueprint.Trigger.Route;
import dev.sluice.blueprint.Trigger.Stream;
import dev.sluice.blueprint.Trigger.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The pipeline: read this file and you know the system. */
public final class Pipeline {

    private static final Duration FOURTEEN_DAYS = Duration.ofDays(14);

    /** Accepted transactions on their way to everybody who wants to know. */
    public static final Topic TRANSACTIONS_TOPIC = new Topic("transactions");

    /** Every transaction once, with the history of its account. */
    public static final Table TRANSACTIONS_TABLE = new Table(
            "transactions",
            new Keys("pk", "sk"),
            // What no enricher has seen yet; the shard spreads it, since one partition takes 1,000 writes a second.
            List.of(new Index("received", new Keys("receivedShard", "receivedAt"))));

    /** What senders sign with. */
    public static final Secrets SOURCE_SECRETS = new Secrets("source");

    /** Flagged transactions and conflicts, of which somebody is to be told. */
    public static final Queue NOTIFICATIONS_QUEUE = new Queue(
            "notifications",
            Duration.ofMinutes(5),
            FOURTEEN_DAYS,
            5,
            new DeadLetterQueue("notifications-dlq", FOURTEEN_DAYS));

    /** Alerts on their way to everybody who wants to know, each with an id that tells a repeat. */
    public static final Topic ALERTS_TOPIC = new Topic("alerts");

    /** Calls of the validator that did not come through the API, and failed. */
    public static final DeadLetterQueue VALIDATOR_DEAD_LETTERS = new DeadLetterQueue("validator-dlq", FOURTEEN_DAYS);

    /** Calls of the query function that did not come through the API, and failed. */
    public static final DeadLetterQueue QUERY_DEAD_LETTERS = new DeadLetterQueue("query-dlq", FOURTEEN_DAYS);

    /** What the processor gave up on. */
    public static final DeadLetterQueue PROCESSOR_DEAD_LETTERS = new DeadLetterQueue("processor-dlq", FOURTEEN_DAYS);

    /** What the topic could not hand to the processor. */
    public static final DeadLetterQueue PROCESSOR_UNDELIVERED =
            new DeadLetterQueue("processor-undelivered-dlq", FOURTEEN_DAYS);

    /** What the enricher gave up on: positions in the stream, or events that were redriven. */
    public static final DeadLetterQueue ENRICHER_DEAD_LETTERS = new DeadLetterQueue("enricher-dlq", FOURTEEN_DAYS);

    /** Who may send, and what each sender is held to. */
    public static final Setting SOURCES = new Setting(
            "SOURCES", "The sources as JSON, with the zone, the longest age and the limits of each; at most 4 KB.");

    /** Which environment a function's numbers belong to. */
    public static final Setting METRICS = new Setting(
            "METRICS_NAMESPACE", "The CloudWatch namespace that the function's own metrics are counted under.");

    /** What raises a risk score, and by how much. */
    public static final Setting RISK = new Setting(
            "RISK",
            "The risk rules' points and thresholds as JSON, where they differ from the defaults; at most 2 KB.");

    /** Authenticates, parses and validates a webhook, then publishes it. */
    public static final Function VALIDATOR = new Function(
            "validator",
            "Authenticates and validates a webhook, then publishes the transaction",
            "dev.sluice.handlers.aws.ValidatorEntry",
            512,
            Duration.ofSeconds(10),
            List.of(new Route(POST, "/webhook", SENDER), new Route(POST, "/webhook/{source}", SENDER)),
            List.of(Use.readsSecrets(SOURCE_SECRETS), Use.publishes(TRANSACTIONS_TOPIC)),
            List.of(SOURCES, METRICS),
            Asynchronous.standard(VALIDATOR_DEAD_LETTERS),
            Optional.empty());

    /** Adds what the reference tables know and stores each transaction once. */
    public static final Function PROCESSOR = new Function(
            "processor",
            "Enriches a transaction from reference tables and stores it once",
            "dev.sluice.handlers.aws.ProcessorEntry",
            768,
            Duration.ofSeconds(30),
            List.of(new Subscription(TRANSACTIONS_TOPIC, PROCESSOR_UNDELIVERED)),
            List.of(Use.writes(TRANSACTIONS_TABLE), Use.sends(NOTIFICATIONS_QUEUE)),
            List.of(METRICS),
            Asynchronous.standard(PROCESSOR_DEAD_LETTERS),
            Optional.empty());

    /** Adds what the account's history knows and how risky that is. */
    public static final Function ENRICHER = new Function(
            "enricher",
            "Adds what the account's history knows, scores the risk, and passes on what is flagged",
            "dev.sluice.handlers.aws.EnricherEntry",
            768,
            Duration.ofSeconds(60),
            List.of(new Stream(
                    TRANSACTIONS_TABLE, "transaction", 50, 10, 50, Duration.ofHours(12), ENRICHER_DEAD_LETTERS)),
            List.of(Use.reads(TRANSACTIONS_TABLE), Use.updates(TRANSACTIONS_TABLE), Use.sends(NOTIFICATIONS_QUEUE)),
            List.of(RISK, METRICS),
            Asynchronous.standard(ENRICHER_DEAD_LETTERS),
            Optional.of(new Metrics.Records(Metrics.NOT_ENRICHED, List.of(Metrics.ENRICHED, Metrics.ENRICHED_BEFORE))));

    /** Publishes an alert for each transaction and reason. */
    public static final Function NOTIFIER = new Function(
            "notifier",
            "Publishes one alert for each flagged transaction and reason",
            "dev.sluice.handlers.aws.NotifierEntry",
            512,
            Duration.ofSeconds(30),
            List.of(new Messages(NOTIFICATIONS_QUEUE, 10, 5)),
            List.of(Use.updates(TRANSACTIONS_TABLE), Use.publishes(ALERTS_TOPIC)),
            List.of(METRICS),
            Asynchronous.standard(NOTIFICATIONS_QUEUE.deadLetters()),
            Optional.of(new Metrics.Records(Metrics.NOT_TOLD, List.of(Metrics.ALERTS, Metrics.ALERTS_HELD))));

    /** Answers operators' questions. */
    public static final Function QUERY = new Function(
            "query",
            "Answers what is known of a transaction or an account",
            "dev.sluice.handlers.aws.QueryEntry",
            512,
            Duration.ofSeconds(10),
            List.of(
                    new Route(GET, "/transactions/{id}", OPERATOR),
                    new Route(GET, "/accounts/{accountId}/transactions", OPERATOR)),
            List.of(Use.lists(TRANSACTIONS_TABLE)),
            List.of(METRICS),
            Asynchronous.standard(QUERY_DEAD_LETTERS),
            Optional.empty());

    /** All of it, in the order a transaction meets it. */
    public static final Blueprint BLUEPRINT = new Blueprint(List.of(VALIDATOR, PROCESSOR, ENRICHER, NOTIFIER, QUERY));

    private Pipeline() {}
}
