package dev.sluice.benchmarks.cold;

import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What AWS's services say, as far as their clients read it. The account that is asked for has a busy history: reading that is
 * a part of the work.
 */
final class AwsAnswers {

    static final String PUBLISHED = """
            <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
            <MessageId>567910cd-659e-55d4-8ccb-5aaf14679dc0</MessageId></PublishResult><ResponseMetadata>\
            <RequestId>d74b8436-ae13-5ab4-a9ff-ce54dfea72a0</RequestId></ResponseMetadata></PublishResponse>""";

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    /** Counted in each item of a stretch of time: some of the 60 that it may have. */
    private static final int BUCKETS = 4;

    /** Pence; of what such accounts spend, so that few of the transactions are flagged. */
    private static final int AVERAGE = 10_000;

    private AwsAnswers() {}

    static String secret(String secret) {
        return JsonText.object(json -> {
            json.writeStringField("ARN", "arn:aws:secretsmanager:eu-west-2:123456789012:secret:measured-a1b2c3");
            json.writeStringField("Name", "measured");
            json.writeStringField("VersionId", "a1b2c3d4-5678-90ab-cdef-1234567890ab");
            json.writeStringField("SecretString", secret);
            json.writeNumberField("CreatedDate", 1_700_000_000.123);
        });
    }

    /** The client checks that what arrived is what it sent. */
    static String sent(String request) {
        var body = Fields.parse(READER, request).text("MessageBody");
        return JsonText.object(json -> {
            json.writeStringField("MessageId", "5fea7756-0ea4-451a-a703-a558b933e274");
            json.writeStringField("MD5OfMessageBody", md5(body));
        });
    }

    /** Of the account's entries the one before, and nothing else. */
    static String found(String request) {
        var values = Fields.parse(READER, request).object("ExpressionAttributeValues");
        var to = values.object(":to").text("S");
        if (!to.startsWith("entry#")) {
            return "{\"Items\":[],\"Count\":0,\"ScannedCount\":0}";
        }
        var partition = values.object(":partition").text("S");
        var before = to.substring(0, to.lastIndexOf('#')) + "#before";
        return "{\"Items\":[{\"pk\":{\"S\":\"" + partition + "\"},\"sk\":{\"S\":\"" + before
                + "\"}}],\"Count\":1,\"ScannedCount\":1}";
    }

    static String got(String request) {
        var answers = new StringBuilder("{\"Responses\":[");
        for (var get : Fields.parse(READER, request).listing("TransactItems").items()) {
            if (answers.charAt(answers.length() - 1) == '}') {
                answers.append(',');
            }
            answers.append(item(sort(get)));
        }
        return answers.append("]}").toString();
    }

    private static String sort(Written get) {
        if (get instanceof Written.Group group) {
            return new Fields(group).object("Get").object("Key").object("sk").text("S");
        }
        throw new IllegalArgumentException("what is to be got is an object");
    }

    private static String item(String sort) {
        if (sort.startsWith("counts#")) {
            return counts();
        }
        return switch (sort) {
            case "head" ->
                "{\"Item\":{\"transactions\":{\"N\":\"812\"},\"currency.first.GBP\":{\"S\":\"before\"},"
                        + "\"country.first.GB\":{\"S\":\"before\"}}}";
            case "transaction", "returns" -> "{}";
            default -> "{\"Item\":{\"first\":{\"S\":\"before\"},\"transactions\":{\"N\":\"12\"}}}";
        };
    }

    private static String counts() {
        var item = new StringBuilder("{\"Item\":{");
        for (var bucket = 0; bucket < BUCKETS; bucket++) {
            var name = bucket + ".GBP.payment";
            item.append(String.format(
                    Locale.ROOT,
                    "%s\"%s.count\":{\"N\":\"1\"},\"%s.sum\":{\"N\":\"%d\"}",
                    bucket == 0 ? "" : ",",
                    name,
                    name,
                    AVERAGE + bucket));
        }
        return item.append("}}").toString();
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
