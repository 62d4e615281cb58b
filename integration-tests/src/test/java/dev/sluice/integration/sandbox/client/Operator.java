package dev.sluice.integration.sandbox.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What an operator does with a deployed pipeline, by the names in its outputs: asks, looks into the table and the dead-letter
 * queues, calls a function.
 */
public final class Operator {

    private static final int MOST_LOOKS = 20;

    private final URI api;
    private final Access access;
    private final UnaryOperator<String> outputs;
    private final HttpClient http = HttpClient.newHttpClient();
    private final DynamoDbClient dynamoDb;
    private final SqsClient sqs;
    private final SnsClient sns;
    private final LambdaClient lambda;

    /**
     * An operator.
     *
     * @param outputs the stack's outputs by their names
     */
    public Operator(URI api, Access access, UnaryOperator<String> outputs) {
        this.api = api;
        this.access = access;
        this.outputs = outputs;
        this.dynamoDb = access.client(DynamoDbClient.builder());
        this.sqs = access.client(SqsClient.builder());
        this.sns = access.client(SnsClient.builder());
        this.lambda = access.client(LambdaClient.builder());
    }

    /** How the account is reached. */
    public Access access() {
        return access;
    }

    /** A client of another service. */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
        return access.client(builder);
    }

    public SqsClient sqs() {
        return sqs;
    }

    public SnsClient sns() {
        return sns;
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    public LambdaClient lambda() {
        return lambda;
    }

    /** Asks the API, signed with the operator's credentials (AWS, "Signature Version 4"). */
    public HttpAnswer ask(String path) {
        var unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(URI.create(api + path))
                .build();
        var identity = access.credentials().resolveIdentity().join();
        var signed = AwsV4HttpSigner.create()
                .sign(request -> request.identity(identity)
                        .request(unsigned)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "execute-api")
                        .putProperty(
                                AwsV4HttpSigner.REGION_NAME, access.region().id()))
                .request();
        var request = HttpRequest.newBuilder(signed.getUri()).GET();
        signed.forEachHeader((name, values) -> {
            // The client sets it itself, to the same.
            if (!name.equalsIgnoreCase("Host")) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return HttpAnswer.of(http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("GET " + path + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What the API tells of a transaction; empty where it knows none. */
    public Optional<JsonNode> transaction(String id) {
        var answer = ask("/transactions/" + id);
        return answer.status() == 404 ? Optional.empty() : Optional.of(answer.json());
    }

    /** The item of a transaction of the source {@code default}; empty where there is none. */
    public Optional<Map<String, AttributeValue>> item(String id) {
        var item = dynamoDb.getItem(request -> request.tableName(outputs.apply("table_name_transactions"))
                        .consistentRead(true)
                        .key(Map.of(
                                "pk",
                                AttributeValue.fromS("default#" + id),
                                "sk",
                                AttributeValue.fromS("transaction"))))
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(item);
    }

    /** Where a transaction stands: RECEIVED, ENRICHED, FLAGGED, NOTIFIED; empty where there is none. */
    public Optional<String> status(String id) {
        return item(id).map(item -> item.get("status").s());
    }

    /** The letters of a queue that can be seen, each left where it is. */
    public List<Message> letters(String queue) {
        return sqs.receiveMessage(request -> request.queueUrl(url(queue))
                        .maxNumberOfMessages(10)
                        .visibilityTimeout(0)
                        .messageAttributeNames("All")
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    /** How many letters a queue shows. */
    public int count(String queue) {
        var name = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
        return Integer.parseInt(
                sqs.getQueueAttributes(request -> request.queueUrl(url(queue)).attributeNames(name))
                        .attributes()
                        .get(name));
    }

    /** Removes the letters of a queue whose text says something; SQS shows some of them at a time. */
    public void remove(String queue, String saying) {
        boolean removed = false;
        for (int look = 0; look < MOST_LOOKS && !removed; look++) {
            for (var letter : letters(queue)) {
                if (letter.body().contains(saying)) {
                    sqs.deleteMessage(request -> request.queueUrl(url(queue)).receiptHandle(letter.receiptHandle()));
                    removed = true;
                }
            }
        }
    }

    /** Puts a message into a queue. */
    public void put(String queue, String body) {
        sqs.sendMessage(request -> request.queueUrl(url(queue)).messageBody(body));
    }

    /** Calls a function and does not wait for it. */
    public void later(String function, String event) {
        lambda.invoke(request -> request.functionName(outputs.apply("function_arn_" + function))
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String(event)));
    }

    /** Calls a function and reads what it answers. */
    public String now(String function, String event) {
        var answer = lambda.invoke(request -> request.functionName(outputs.apply("function_arn_" + function))
                .payload(SdkBytes.fromUtf8String(event)));
        return answer.payload().asUtf8String();
    }

    /** The URL of a queue of the pipeline, by its name in the blueprint: {@code enricher-dlq}. */
    public String url(String queue) {
        return outputs.apply("queue_url_" + queue.replace('-', '_'));
    }
}
