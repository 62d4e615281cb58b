package dev.sluice.handlers.aws;

import static java.util.Map.entry;

import dev.sluice.handlers.port.TransactionTopicContract.Received;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * What the deployed functions find around them, made in the emulator for one test: topics, table, queue, a source's
 * secret, and the variables that name them.
 */
public final class Surroundings {

    /** Variables that name nothing that is there. */
    static final Map<String, String> NOWHERE = Map.ofEntries(
            entry("AWS_REGION", "eu-west-2"),
            entry("AWS_ACCESS_KEY_ID", "FAKE-ACCESS-KEY"),
            entry("AWS_SECRET_ACCESS_KEY", "fake-secret-key"),
            entry("SOURCES", "{\"default\":{\"zone\":\"Europe/London\"}}"),
            entry("SOURCE_SECRETS_PREFIX", "sluice/it/source/"),
            entry("TRANSACTIONS_TOPIC_ARN", "arn:aws:sns:eu-west-2:000000000000:none"),
            entry("TRANSACTIONS_TABLE", "none"),
            entry("NOTIFICATIONS_QUEUE_URL", "http://127.0.0.1:1/none"),
            entry("ALERTS_TOPIC_ARN", "arn:aws:sns:eu-west-2:000000000000:none"),
            entry("RISK", "{}"),
            entry("METRICS_NAMESPACE", "Sluice/it"));

    private final SubscribedTopic transactions;
    private final SubscribedTopic alerts;
    private final TransactionsTable table;
    private final SqsClient sqs;
    private final String queueUrl;
    private final byte[] key = new byte[32];
    private final Map<String, String> variables = new HashMap<>(NOWHERE);

    private Surroundings(Clients clients) {
        transactions = SubscribedTopic.create(clients);
        alerts = SubscribedTopic.create(clients);
        table = TransactionsTable.create(clients.dynamoDb());
        sqs = clients.sqs();
        queueUrl = sqs.createQueue(request -> request.queueName("notifications-" + UUID.randomUUID()))
                .queueUrl();
        var prefix = "sluice/" + UUID.randomUUID() + "/source/";
        Arrays.fill(key, (byte) 7);
        clients.secretsManager()
                .createSecret(request -> request.name(prefix + "default")
                        .secretString("{\"secrets\":[{\"secret\":\"whsec_"
                                + Base64.getEncoder().encodeToString(key) + "\"}]}"));
        variables.put("AWS_ENDPOINT_URL", Emulator.url().toString());
        variables.put("SOURCE_SECRETS_PREFIX", prefix);
        variables.put("TRANSACTIONS_TOPIC_ARN", transactions.arn());
        variables.put("TRANSACTIONS_TABLE", table.name());
        variables.put("NOTIFICATIONS_QUEUE_URL", queueUrl);
        variables.put("ALERTS_TOPIC_ARN", alerts.arn());
        variables.put("RISK", "{\"flag_at\": 50, \"large_amount.from.GBP\": 10}");
    }

    /** In an emulator that is started where none runs yet. */
    public static Surroundings create() {
        return new Surroundings(Emulator.clients());
    }

    /** What each function reads from its environment; a payment of 10 GBP is a large one there. */
    public Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    /** What the source {@code default} signs with. */
    public byte[] key() {
        return key.clone();
    }

    /** The texts that the topic {@code transactions} has handed over and nobody has read yet. */
    public List<String> published() {
        return texts(transactions);
    }

    /** The texts of the alerts that nobody has read yet. */
    public List<String> alerted() {
        return texts(alerts);
    }

    /** The texts in the queue {@code notifications} that nobody has read yet. */
    public List<String> notified() {
        return sqs.receiveMessage(request -> request.queueUrl(queueUrl).maxNumberOfMessages(10)).messages().stream()
                .map(Message::body)
                .toList();
    }

    /** What the table's stream hands over of a stored transaction of the source {@code default}. */
    public String streamed(String id) {
        return Events.ofStream(table.transaction("default", id));
    }

    private static List<String> texts(SubscribedTopic topic) {
        return topic.received().stream().map(Received::text).toList();
    }
}
