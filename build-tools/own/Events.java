import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.codec.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What each function is handed in its rehearsal: each kind of answer it gives, and nothing that differs from day to day. */
record Events(Services services) {

    /** Of nobody: it signs what is rehearsed. */
    static final byte[] KEY = "signs what is rehearsed, no more".getBytes(StandardCharsets.UTF_8);

    private static final List<String> TRANSACTIONS = List.of("""
            {"id":"payment-1","type":"payment","amount":"12.50","currency":"GBP","accountId":"account-1",
            "occurredAt":"2026-01-05T10:11:12Z","merchant":{"name":"Corner Casino","mcc":"7995","country":"GB"},
            "card":{"bin":"411111","last4":"1111"},"metadata":{"till":"7"}}""", """
            {"id":"payment-2","type":"payment","amount":"20.00","currency":"EUR","billingAmount":"17.10",
            "billingCurrency":"GBP","accountId":"account-1","occurredAt":"2026-01-05T12:13:14.567+01:00",
            "merchant":{"name":"Café Zoë","country":"FR"}}""", """
            {"id":"refund-1","type":"refund","amount":"12.50","currency":"GBP","accountId":"account-1",
            "occurredAt":"2026-01-06","originalId":"payment-1","merchant":{"name":"Corner Casino"}}""");

    private static final String BROKEN = """
            {"id":"broken","type":"payment","amount":"-1","currency":"XXX","accountId":"","occurredAt":"yesterday"}""";

    List<String> of(Function function) {
        if (function.equals(Pipeline.VALIDATOR)) {
            List<String> events = new ArrayList<>(
                    TRANSACTIONS.stream().map(body -> webhook(body, KEY)).toList());
            events.add(webhook(BROKEN, KEY));
            events.add(webhook("{", KEY));
            events.add(webhook(BROKEN, new byte[KEY.length]));
            events.add(webhook(TRANSACTIONS.getFirst(), KEY));
            return events;
        }
        if (function.equals(Pipeline.PROCESSOR)) {
            return services.writtenBy(Pipeline.VALIDATOR).stream()
                    .map(Events::ofTopic)
                    .toList();
        }
        if (function.equals(Pipeline.ENRICHER)) {
            return services.writtenBy(Pipeline.PROCESSOR).stream()
                    .map(Events::ofStream)
                    .toList();
        }
        if (function.equals(Pipeline.NOTIFIER)) {
            return services.writtenBy(Pipeline.ENRICHER).stream()
                    .map(Events::ofQueue)
                    .toList();
        }
        return List.of(
                "{\"resource\":\"/transactions/{id}\",\"pathParameters\":{\"id\":\"payment-1\"}}",
                "{\"resource\":\"/accounts/{accountId}/transactions\",\"pathParameters\":{\"accountId\":\"account-1\"}}",
                "{\"resource\":\"/accounts/{accountId}/transactions\",\"pathParameters\":{\"accountId\":\"account-1\"},"
                        + "\"queryStringParameters\":{\"limit\":\"1\",\"from\":\"2026-01-01T00:00:00Z\"}}");
    }

    private static String webhook(String body, byte[] key) {
        String time = Long.toString(Instant.now().getEpochSecond());
        return JsonText.object(json -> {
            json.writeStringField("resource", "/webhook");
            json.writeObjectFieldStart("headers");
            json.writeStringField("Content-Type", "application/json");
            json.writeStringField("webhook-id", "message-1");
            json.writeStringField("webhook-timestamp", time);
            json.writeStringField("webhook-signature", "v1," + signed("message-1." + time + "." + body, key));
            json.writeStringField("X-Amzn-Trace-Id", Rehearsal.TRACE);
            json.writeEndObject();
            json.writeObjectFieldStart("requestContext");
            json.writeStringField("requestId", "request-1");
            json.writeEndObject();
            json.writeBooleanField("isBase64Encoded", false);
            json.writeStringField("body", body);
        });
    }

    private static String signed(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ofTopic(String message) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeObjectFieldStart("Sns");
            json.writeStringField("Message", message);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private static String ofStream(String item) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeStringField("eventName", "INSERT");
            json.writeObjectFieldStart("dynamodb");
            json.writeStringField("SequenceNumber", "1");
            json.writeFieldName("NewImage");
            json.writeRawValue(item);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private static String ofQueue(String body) {
        return JsonText.object(json -> {
            json.writeArrayFieldStart("Records");
            json.writeStartObject();
            json.writeStringField("messageId", "message-1");
            json.writeStringField("body", body);
            json.writeEndObject();
            json.writeEndArray();
        });
    }
}
