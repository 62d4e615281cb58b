package dev.sluice.handlers.aws;

import static dev.sluice.handlers.aws.TableKeys.time;

import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.Arrival;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** What a stored transaction leaves in the history of its account: an entry, and a count and a sum in each bucket. */
final class AccountItems {

    private AccountItems() {}

    /** The writes that go with storing it; all of them or none. */
    static List<TransactWriteItem> of(String table, Arrival arrival) {
        var transaction = arrival.enriched().transaction();
        var partition = TableKeys.partitionOfAccount(transaction.identity().source(), transaction.accountId());
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(TransactWriteItem.builder()
                .put(Put.builder()
                        .tableName(table)
                        .item(entry(partition, arrival))
                        .build())
                .build());
        for (var bucket : Bucket.holding(transaction.occurredAt().start())) {
            writes.add(TransactWriteItem.builder()
                    .update(counting(table, partition, bucket, transaction))
                    .build());
        }
        return writes;
    }

    private static Map<String, AttributeValue> entry(String partition, Arrival arrival) {
        var t = arrival.enriched().transaction();
        var item = new HashMap<>(TableKeys.key(
                partition, TableKeys.entry(t.occurredAt().start(), t.identity().id())));
        item.put("source", AttributeValue.fromS(t.identity().source()));
        item.put("id", AttributeValue.fromS(t.identity().id()));
        item.put("type", AttributeValue.fromS(t.type().code()));
        item.put("amountMinor", AttributeValue.fromN(Long.toString(t.amount().minor())));
        item.put("currency", AttributeValue.fromS(t.amount().currency().code()));
        item.put("billedMinor", AttributeValue.fromN(Long.toString(t.billed().minor())));
        item.put("billedCurrency", AttributeValue.fromS(t.billed().currency().code()));
        t.merchant().map(Merchant::name).ifPresent(name -> item.put("merchant", AttributeValue.fromS(name)));
        t.merchant().flatMap(Merchant::country).ifPresent(code -> item.put("country", AttributeValue.fromS(code)));
        t.originalId().ifPresent(id -> item.put("originalId", AttributeValue.fromS(id)));
        item.put("storedAt", AttributeValue.fromS(time(arrival.storedAt())));
        return item;
    }

    /**
     * Adds to a bucket, made with its first transaction. A number of DynamoDB is exact to 38 digits: 18 of an amount
     * leave room for 10^20 transactions.
     */
    private static Update counting(String table, String partition, Bucket bucket, Transaction transaction) {
        var counted = transaction.billed().currency().code() + "."
                + transaction.type().code();
        return Update.builder()
                .tableName(table)
                .key(TableKeys.key(partition, TableKeys.bucket(bucket)))
                .updateExpression("ADD #count :one, #sum :billed")
                .expressionAttributeNames(Map.of("#count", counted + ".count", "#sum", counted + ".sum"))
                .expressionAttributeValues(Map.of(
                        ":one",
                        AttributeValue.fromN("1"),
                        ":billed",
                        AttributeValue.fromN(Long.toString(transaction.billed().minor()))))
                .build();
    }
}
