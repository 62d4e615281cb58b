package dev.sluice.handlers.aws;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * Counts what calls cost, by the rules in "DynamoDB read and write operations" of its developer guide: the emulator counts
 * no sizes. A consistent read is a unit for each 4 KB begun, of all items of a query together; in a transaction two, of each
 * item by itself. A write in a transaction is two units for each KB begun of the larger of the item before and behind it;
 * nothing here makes an item smaller.
 */
final class MeteredDynamoDb implements DynamoDbClient {

    private static final int READ = 4_096;
    private static final int WRITE = 1_024;

    private final DynamoDbClient behind;

    /** The calls so far, by action. */
    final List<String> calls = new ArrayList<>();

    /** How many items were asked for at most. */
    int items;

    /** How many units those calls cost. */
    int units;

    MeteredDynamoDb(DynamoDbClient behind) {
        this.behind = behind;
    }

    @Override
    public TransactGetItemsResponse transactGetItems(TransactGetItemsRequest request) {
        var answer = behind.transactGetItems(request);
        calls.add("TransactGetItems");
        items += request.transactItems().size();
        answer.responses().forEach(one -> units += 2 * begun(size(List.of(one.item())), READ));
        return answer;
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        var answer = behind.query(request);
        calls.add("Query");
        items += request.limit();
        units += begun(size(answer.items()), READ);
        return answer;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        var answer = behind.transactWriteItems(request);
        calls.add("TransactWriteItems");
        for (var write : request.transactItems()) {
            items++;
            if (write.put() != null) {
                units += 2 * begun(size(List.of(write.put().item())), WRITE);
            } else {
                var update = write.update();
                var written = behind.getItem(
                                get -> get.tableName(update.tableName()).key(update.key()))
                        .item();
                units += 2 * begun(size(List.of(written)), WRITE);
            }
        }
        return answer;
    }

    /** What is not there costs as much as what is small. */
    private static int begun(int bytes, int unit) {
        return Math.max(1, Math.ceilDiv(bytes, unit));
    }

    static int size(Collection<Map<String, AttributeValue>> items) {
        return items.stream()
                .flatMap(item -> item.entrySet().stream())
                .mapToInt(attribute -> bytes(attribute.getKey()) + size(attribute.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return value.n() == null ? bytes(value.s()) : 1 + Math.ceilDiv(value.n().length(), 2);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String serviceName() {
        return behind.serviceName();
    }

    @Override
    public void close() {
        behind.close();
    }
}
