package dev.sluice.integration.sandbox.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A batch of a queue's messages as a function gets it (AWS, "Using Lambda with Amazon SQS"). */
final class QueueEvent {

    private QueueEvent() {}

    static String of(List<Message> messages, String queue, String region) {
        var event = Json.object();
        var records = event.putArray("Records");
        for (var message : messages) {
            var record = records.addObject()
                    .put("messageId", message.messageId())
                    .put("receiptHandle", message.receiptHandle())
                    .put("body", message.body());
            var attributes = record.putObject("attributes");
            message.attributesAsStrings().forEach(attributes::put);
            var own = record.putObject("messageAttributes");
            message.messageAttributes().forEach((name, value) -> write(own.putObject(name), value));
            record.put("md5OfBody", message.md5OfBody())
                    .put("eventSource", "aws:sqs")
                    .put("eventSourceARN", queue)
                    .put("awsRegion", region);
        }
        return event.toString();
    }

    private static void write(ObjectNode json, MessageAttributeValue value) {
        if (value.stringValue() != null) {
            json.put("stringValue", value.stringValue());
        }
        if (value.binaryValue() != null) {
            json.put("binaryValue", base64(value.binaryValue()));
        }
        json.putArray("stringListValues");
        json.putArray("binaryListValues");
        json.put("dataType", value.dataType());
    }

    private static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArray());
    }
}
