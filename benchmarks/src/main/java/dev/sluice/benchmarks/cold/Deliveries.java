package dev.sluice.benchmarks.cold;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.risk.RiskReason;
import dev.sluice.domain.risk.RiskScore;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.JsonText;
import dev.sluice.handlers.codec.MessageAttributes;
import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.Trace;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What event sources hand to functions, a record each (AWS, "Using AWS Lambda with Amazon SNS", "with Amazon DynamoDB", "with
 * Amazon SQS").
 */
final class Deliveries {

    private static final String REGION = "eu-west-2";
    private static final Trace TRACE = new Trace("c6af9ac6-7b61-11e6-9a41-93e8deadbeef", Optional.empty());

    /** Two weak signs that together flag a transaction, as most that are flagged have. */
    private static final RiskScore FLAGGED = RiskScore.of(
            List.of(
                    new RiskReason("velocity_hour", 25, "31 transactions in an hour are more than 20."),
                    new RiskReason("merchant_first_seen", 15, "The account was never seen with this merchant before.")),
            40);

    private Deliveries() {}

    /** For the processor. */
    static String ofTopic(Transaction transaction, ZoneId zone, Instant now) {
        var announcement = new Announcement(transaction, zone, now, TRACE);
        return record(json -> {
            json.writeStringField("EventSource", "aws:sns");
            json.writeStringField("EventVersion", "1.0");
            json.writeStringField("EventSubscriptionArn", "arn:aws:sns:eu-west-2:123456789012:transactions:7a1b");
            json.writeObjectFieldStart("Sns");
            json.writeStringField("Type", "Notification");
            json.writeStringField("MessageId", "95df01b4-ee98-5cb9-9903-4c221d41eb5e");
            json.writeStringField("TopicArn", "arn:aws:sns:eu-west-2:123456789012:transactions");
            json.writeNullField("Subject");
            json.writeStringField("Message", AnnouncementJson.write(announcement));
            json.writeStringField("Timestamp", now.toString());
            json.writeStringField("SignatureVersion", "1");
            json.writeStringField("Signature", "EXAMPLE");
            json.writeStringField("SigningCertUrl", "https://sns.eu-west-2.amazonaws.com/certificate.pem");
            json.writeStringField("UnsubscribeUrl", "https://sns.eu-west-2.amazonaws.com/?Action=Unsubscribe");
            json.writeObjectFieldStart("MessageAttributes");
            for (var attribute : MessageAttributes.of(announcement).entrySet()) {
                json.writeObjectFieldStart(attribute.getKey());
                json.writeStringField("Type", attribute.getValue().type());
                json.writeStringField("Value", attribute.getValue().value());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        });
    }

    /** For the enricher. */
    static String ofStream(Transaction transaction, ZoneId zone, Instant now) {
        return record(json -> {
            json.writeStringField("eventID", "c4ca4238a0b923820dcc509a6f75849b");
            json.writeStringField("eventName", "INSERT");
            json.writeStringField("eventVersion", "1.1");
            json.writeStringField("eventSource", "aws:dynamodb");
            json.writeStringField("awsRegion", REGION);
            json.writeObjectFieldStart("dynamodb");
            json.writeNumberField("ApproximateCreationDateTime", now.getEpochSecond());
            json.writeObjectFieldStart("Keys");
            writeText(json, "pk", partition(transaction));
            writeText(json, "sk", "transaction");
            json.writeEndObject();
            json.writeObjectFieldStart("NewImage");
            for (var attribute : item(transaction, zone, now).entrySet()) {
                writeText(json, attribute.getKey(), attribute.getValue());
            }
            json.writeEndObject();
            json.writeStringField("SequenceNumber", "111000000000000000000001");
            json.writeNumberField("SizeBytes", 2_048);
            json.writeStringField("StreamViewType", "NEW_IMAGE");
            json.writeEndObject();
            json.writeStringField(
                    "eventSourceARN", "arn:aws:dynamodb:eu-west-2:123456789012:table/transactions/stream/1");
        });
    }

    /** The attributes that are texts; of the two numbers none is read. */
    private static Map<String, String> item(Transaction transaction, ZoneId zone, Instant now) {
        var enriched = new EnrichedTransaction(transaction, ReferenceEnrichment.of(transaction, zone));
        var item = new TreeMap<String, String>();
        item.put("pk", partition(transaction));
        item.put("sk", "transaction");
        item.put("source", transaction.identity().source());
        item.put("id", transaction.identity().id());
        item.put("type", transaction.type().code());
        item.put("currency", transaction.amount().currency().code());
        item.put("accountId", transaction.accountId());
        item.put("occurredAt", transaction.occurredAt().start().toString());
        transaction.merchant().ifPresent(merchant -> item.put("merchant", merchant.name()));
        item.put("status", "RECEIVED");
        item.put("fingerprint", enriched.fingerprint());
        item.put("receivedShard", "a");
        item.put("receivedAt", now.toString());
        item.put("storedAt", now.toString());
        item.put("correlationId", TRACE.correlationId());
        item.put("document", TransactionDocument.write(enriched));
        item.put("claim", "5fea7756-0ea4-451a-a703-a558b933e274");
        return item;
    }

    /** For the notifier. */
    static String ofQueue(Transaction transaction) {
        var notification = new Notification.Flagged(transaction.identity(), transaction.accountId(), FLAGGED, TRACE);
        return record(json -> {
            json.writeStringField("messageId", "059f36b4-87a3-44ab-83d2-661975830a7d");
            json.writeStringField("receiptHandle", "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a");
            json.writeStringField("body", NotificationJson.write(notification));
            json.writeObjectFieldStart("attributes");
            json.writeStringField("ApproximateReceiveCount", "1");
            json.writeStringField("SentTimestamp", "1545082649183");
            json.writeStringField("SenderId", "AROAEXAMPLE:enricher");
            json.writeStringField("ApproximateFirstReceiveTimestamp", "1545082649185");
            json.writeEndObject();
            json.writeObjectFieldStart("messageAttributes");
            json.writeEndObject();
            json.writeStringField("md5OfBody", "e4e68fb7bd0e697a0ae8f1bb342846b3");
            json.writeStringField("eventSource", "aws:sqs");
            json.writeStringField("eventSourceARN", "arn:aws:sqs:eu-west-2:123456789012:notifications");
            json.writeStringField("awsRegion", REGION);
        });
    }

    private static String record(JsonText.Content content) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private static String partition(Transaction transaction) {
        return transaction.identity().source() + "#" + transaction.identity().id();
    }

    private static void writeText(JsonGenerator json, String name, String text) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("S", text);
        json.writeEndObject();
    }
}
