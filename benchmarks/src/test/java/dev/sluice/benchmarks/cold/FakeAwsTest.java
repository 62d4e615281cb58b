package dev.sluice.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the clients of AWS read of an answer. */
class FakeAwsTest {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    private final HttpClient client = HttpClient.newHttpClient();
    private FakeAws aws;

    @BeforeEach
    void open() throws IOException {
        aws = FakeAws.start("{\"secrets\":[]}");
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void aSecretIsHandedOutAsItIs() throws Exception {
        var answer = json("secretsmanager.GetSecretValue", "{\"SecretId\":\"x\"}");
        assertThat(Fields.parse(READER, answer.body()).text("SecretString")).isEqualTo("{\"secrets\":[]}");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/x-amz-json-1.1");
    }

    @Test
    void aPublishedFormIsKeptAndAnsweredInXml() throws Exception {
        var answer = post(Map.of("Content-Type", "application/x-www-form-urlencoded"), "Action=Publish&Message=mark1");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<PublishResult><MessageId>");
        assertThat(aws.last("Publish")).contains("mark1");
    }

    @Test
    void aQueueTellsTheHashOfWhatItTook() throws Exception {
        var answer = json("AmazonSQS.SendMessage", "{\"QueueUrl\":\"q\",\"MessageBody\":\"hello\"}");
        assertThat(Fields.parse(READER, answer.body()).text("MD5OfMessageBody"))
                .isEqualTo("5d41402abc4b2a76b9719d911017c592");
    }

    @Test
    void asManyItemsAreAnsweredAsAreAskedFor() throws Exception {
        var gets = "{\"TransactItems\":[" + get("head") + "," + get("counts#DAY#2026") + "," + get("returns") + ","
                + get("merchant#Shop") + "]}";
        var answer = Fields.parse(
                READER, json("DynamoDB_20120810.TransactGetItems", gets).body());
        assertThat(answer.listing("Responses").items()).hasSize(4);
    }

    @Test
    void theEntryBeforeIsFoundAndNothingElse() throws Exception {
        var found =
                Fields.parse(READER, query("entry#2026-01-02T03:04:05.678Z#t-1").body());
        assertThat(found.listing("Items").items()).hasSize(1);
        assertThat(query("entry#2026-01-02T03:04:05.678Z#t-1").body())
                .contains("\"S\":\"entry#2026-01-02T03:04:05.678Z#before\"");
        var nothing = Fields.parse(READER, query("rate#GBPEUR#2026").body());
        assertThat(nothing.listing("Items").items()).isEmpty();
    }

    @Test
    void eachOperationIsCountedAndAnUnknownOneRefused() throws Exception {
        json("DynamoDB_20120810.UpdateItem", "{}");
        json("DynamoDB_20120810.UpdateItem", "{}");
        assertThat(json("DynamoDB_20120810.DropEverything", "{}").statusCode()).isEqualTo(400);
        assertThat(aws.calls()).isEqualTo(Map.of("UpdateItem", 2L, "DropEverything", 1L));
        assertThat(aws.allCalls()).isEqualTo(3);
    }

    private HttpResponse<String> query(String to) throws IOException, InterruptedException {
        return json(
                "DynamoDB_20120810.Query",
                "{\"ExpressionAttributeValues\":{\":partition\":{\"S\":\"account#default#1\"},\":to\":{\"S\":\"" + to
                        + "\"}}}");
    }

    private static String get(String sort) {
        return "{\"Get\":{\"TableName\":\"t\",\"Key\":{\"pk\":{\"S\":\"p\"},\"sk\":{\"S\":\"" + sort + "\"}}}}";
    }

    private HttpResponse<String> json(String target, String body) throws IOException, InterruptedException {
        return post(Map.of("X-Amz-Target", target), body);
    }

    private HttpResponse<String> post(Map<String, String> headers, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(aws.url())).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
