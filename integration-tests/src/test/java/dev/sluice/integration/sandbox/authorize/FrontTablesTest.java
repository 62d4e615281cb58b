package dev.sluice.integration.sandbox.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** DynamoDB at the front, through the SDK's own clients. */
@DisplayName("A table at the front")
@SuppressWarnings("unchecked") // The SDK's builders take generic arrays.
class FrontTablesTest {

    private static final Map<String, AttributeValue> ITEM = Map.of("pk", AttributeValue.fromS("a"));

    private static Trial trial;
    private static SmallStack stack;
    private static DynamoDbClient dynamoDb;
    private static DynamoDbStreamsClient streams;

    @BeforeAll
    static void open() {
        trial = Trial.open();
        stack = trial.stack();
        dynamoDb = trial.function().dynamoDb();
        streams = trial.function().streams();
    }

    @AfterAll
    static void close() {
        trial.close();
    }

    @BeforeEach
    void begin(TestInfo info) {
        trial.begin(info.getDisplayName());
    }

    @Test
    @DisplayName("items are read and written by the rights on their table and its key")
    void items() {
        dynamoDb.putItem(request -> request.tableName(stack.name()).item(ITEM));

        assertThat(dynamoDb.getItem(request -> request.tableName(stack.name()).key(ITEM))
                        .item())
                .isEqualTo(ITEM);
        assertThat(trial.allowed())
                .containsExactly(
                        "dynamodb:PutItem " + stack.table(),
                        "kms:Decrypt " + stack.key(),
                        "dynamodb:GetItem " + stack.table());
        trial.denied(
                "Reads",
                "dynamodb:GetItem " + stack.table(),
                "400 AccessDeniedException",
                () -> dynamoDb.getItem(
                        request -> request.tableName(stack.name()).key(ITEM)));
        trial.denied(
                "KeyFor-dynamodb",
                "kms:Decrypt " + stack.key(),
                "400 AccessDeniedException",
                () -> dynamoDb.putItem(
                        request -> request.tableName(stack.name()).item(ITEM)));
    }

    @Test
    @DisplayName("an index is something of its own")
    void index() {
        ThrowingCallable query = () -> dynamoDb.query(request -> request.tableName(stack.name())
                .indexName("by")
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("a"))));

        assertThatCode(query).doesNotThrowAnyException();
        trial.denied("ReadsIndex", "dynamodb:Query " + stack.table() + "/index/by", "400 AccessDeniedException", query);
    }

    @Test
    @DisplayName("a transaction needs the right to each of its parts")
    void transaction() {
        ThrowingCallable write = () -> dynamoDb.transactWriteItems(request -> request.transactItems(
                part -> part.put(put -> put.tableName(stack.name()).item(ITEM)),
                part -> part.update(update -> update.tableName(stack.name())
                        .key(Map.of("pk", AttributeValue.fromS("b")))
                        .updateExpression("SET n = :n")
                        .expressionAttributeValues(Map.of(":n", AttributeValue.fromN("1")))),
                part -> part.conditionCheck(check -> check.tableName(stack.name())
                        .key(Map.of("pk", AttributeValue.fromS("c")))
                        .conditionExpression("attribute_not_exists(pk)"))));

        assertThatCode(write).doesNotThrowAnyException();
        assertThat(trial.allowed())
                .containsExactly(
                        "dynamodb:PutItem " + stack.table(),
                        "dynamodb:UpdateItem " + stack.table(),
                        "dynamodb:ConditionCheckItem " + stack.table(),
                        "kms:Decrypt " + stack.key());
        trial.denied("Updates", "dynamodb:UpdateItem " + stack.table(), "400 AccessDeniedException", write);
        trial.denied("Checks", "dynamodb:ConditionCheckItem " + stack.table(), "400 AccessDeniedException", write);
    }

    @Test
    @DisplayName("records are read from the stream that a shard iterator is of")
    void stream() {
        var shard = streams.describeStream(request -> request.streamArn(stack.stream()))
                .streamDescription()
                .shards()
                .getFirst()
                .shardId();
        var first = streams.getShardIterator(request -> request.streamArn(stack.stream())
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        var next = streams.getRecords(request -> request.shardIterator(first)).nextShardIterator();
        ThrowingCallable read = () -> streams.getRecords(request -> request.shardIterator(next));

        assertThatCode(read).doesNotThrowAnyException();
        trial.denied("Follows", "dynamodb:GetRecords " + stack.stream(), "400 AccessDeniedException", read);
        trial.denied("KeyFor-dynamodb", "kms:Decrypt " + stack.key(), "400 AccessDeniedException", read);
    }
}
