package dev.sluice.handlers.aws;

import static dev.sluice.handlers.aws.TableKeys.time;

import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.history.EffectiveRate;
import dev.sluice.domain.history.Likeness;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.Arrival;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What a stored transaction leaves in the history of its account, and with the transaction that it undoes: at most
 * {@value #MOST} writes, none of which needs to know what is there.
 */
final class AccountItems {

    /** An entry, five counts, the head, a merchant, where one like it is found, a rate, and what is returned. */
    static final int MOST = 11;

    static final String TRANSACTIONS = "transactions";
    static final String RATE = "rate";

    private AccountItems() {}

    /** The writes that go with storing it; all of them or none. */
    static List<TransactWriteItem> of(String table, Arrival arrival) {
        var t = arrival.enriched().transaction();
        var at = t.occurredAt().start();
        var id = t.identity().id();
        var partition = TableKeys.partitionOfAccount(t.identity().source(), t.accountId());
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(put(table, entry(partition, arrival)));
        for (var bucket : Bucket.holding(at)) {
            writes.add(update(CountsItem.holding(bucket).counting(table, partition, t)));
        }
        seen(table, partition, t).forEach(update -> writes.add(update(update)));
        Likeness.of(t)
                .map(likeness -> TableKeys.alike(likeness.key(), at, id))
                .ifPresent(sort -> writes.add(put(table, TableKeys.key(partition, sort))));
        EffectiveRate.of(t).ifPresent(rate -> writes.add(put(table, rate(partition, t, rate))));
        returned(table, t).ifPresent(update -> writes.add(update(update)));
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

    /** Counts the transaction in the head, and leaves its id with each thing that no other has been seen with. */
    private static List<Update> seen(String table, String partition, Transaction t) {
        var firsts = new LinkedHashMap<String, List<String>>();
        firsts.put(TableKeys.HEAD, new ArrayList<>());
        for (var seen : Seen.in(t)) {
            var in = SeenIn.of(seen);
            firsts.computeIfAbsent(in.sort(), sort -> new ArrayList<>()).add(in.attribute());
        }
        var updates = new ArrayList<Update>();
        firsts.forEach((sort, attributes) -> updates.add(first(
                table, TableKeys.key(partition, sort), attributes, t.identity().id())));
        return updates;
    }

    private static Update first(String table, Map<String, AttributeValue> key, List<String> attributes, String id) {
        var names = new HashMap<>(Map.of("#transactions", TRANSACTIONS));
        var sets = new ArrayList<String>();
        for (var attribute : attributes) {
            var name = "#first" + sets.size();
            names.put(name, attribute);
            sets.add(name + " = if_not_exists(" + name + ", :id)");
        }
        return Update.builder()
                .tableName(table)
                .key(key)
                .updateExpression("SET " + String.join(", ", sets) + " ADD #transactions :one")
                .expressionAttributeNames(names)
                .expressionAttributeValues(Map.of(":id", AttributeValue.fromS(id), ":one", AttributeValue.fromN("1")))
                .build();
    }

    private static Map<String, AttributeValue> rate(String partition, Transaction t, EffectiveRate rate) {
        var item = new HashMap<>(TableKeys.key(
                partition,
                TableKeys.rate(rate.pair(), t.occurredAt().start(), t.identity().id())));
        item.put(RATE, AttributeValue.fromS(rate.rate().toPlainString()));
        return item;
    }

    /** What a refund or chargeback returns is added up beside what it undoes, whether that is stored or not. */
    private static Optional<Update> returned(String table, Transaction t) {
        return t.originalId()
                .filter(original -> t.type().namesOriginal())
                .map(original -> CountsItem.adding(
                        table,
                        TableKeys.key(
                                TableKeys.partitionOf(new Identity(t.identity().source(), original)),
                                TableKeys.RETURNS),
                        t.amount().currency().code(),
                        t.amount()));
    }

    private static TransactWriteItem put(String table, Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(Put.builder().tableName(table).item(item).build())
                .build();
    }

    private static TransactWriteItem update(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }
}
