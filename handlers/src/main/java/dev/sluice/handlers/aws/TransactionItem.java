package dev.sluice.handlers.aws;

import static dev.sluice.handlers.aws.TableKeys.time;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.handlers.codec.AssessmentJson;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.port.Arrival;
import dev.sluice.handlers.port.StoredTransaction;
import dev.sluice.handlers.port.StoredTransaction.RecordedConflict;
import dev.sluice.handlers.port.StoredTransaction.Status;
import dev.sluice.handlers.port.Trace;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One transaction as an item: the document that every store keeps, and beside it what somebody looks for in a console.
 *
 * <p>{@code receivedShard} and {@code receivedAt} put it into the index of what no enricher has seen; the first is
 * removed once one has. {@code claim} says which call stored it, {@code assessedBy} which one wrote the assessment. {@code conflicts} counts the conflict items beside it.
 */
final class TransactionItem {

    static final String CLAIM = "claim";
    static final String CONFLICTS = "conflicts";
    static final String FINGERPRINT = "fingerprint";
    static final String RECEIVED_AT = "receivedAt";
    static final String STATUS = "status";
    static final String ASSESSMENT = "assessment";
    static final String ASSESSED_AT = "assessedAt";
    static final String ASSESSED_BY = "assessedBy";

    private static final String AMOUNT_MINOR = "amountMinor";
    private static final String CURRENCY = "currency";

    static final String RECEIVED_SHARD =
            Pipeline.TRANSACTIONS_TABLE.indexes().getFirst().keys().partition();

    private TransactionItem() {}

    /**
     * The item as it is first stored.
     *
     * @param claim unique to the call that stores it
     */
    static Map<String, AttributeValue> of(Arrival arrival, String claim) {
        var enriched = arrival.enriched();
        var t = enriched.transaction();
        var item = new HashMap<>(TableKeys.key(TableKeys.partitionOf(t.identity()), TableKeys.TRANSACTION));
        item.put("source", AttributeValue.fromS(t.identity().source()));
        item.put("id", AttributeValue.fromS(t.identity().id()));
        item.put("type", AttributeValue.fromS(t.type().code()));
        item.put(AMOUNT_MINOR, AttributeValue.fromN(Long.toString(t.amount().minor())));
        item.put(CURRENCY, AttributeValue.fromS(t.amount().currency().code()));
        item.put("accountId", AttributeValue.fromS(t.accountId()));
        item.put("occurredAt", AttributeValue.fromS(time(t.occurredAt().start())));
        t.merchant().map(Merchant::name).ifPresent(name -> item.put("merchant", AttributeValue.fromS(name)));
        item.put(STATUS, AttributeValue.fromS(Status.RECEIVED.name()));
        item.put(FINGERPRINT, AttributeValue.fromS(enriched.fingerprint()));
        item.put(RECEIVED_SHARD, AttributeValue.fromS(shard(enriched.fingerprint())));
        item.put(RECEIVED_AT, AttributeValue.fromS(time(arrival.receivedAt())));
        item.put("storedAt", AttributeValue.fromS(time(arrival.storedAt())));
        item.put("correlationId", AttributeValue.fromS(arrival.trace().correlationId()));
        arrival.trace().traceHeader().ifPresent(header -> item.put("traceHeader", AttributeValue.fromS(header)));
        item.put("document", AttributeValue.fromS(TransactionDocument.write(enriched)));
        item.put(CLAIM, AttributeValue.fromS(claim));
        item.put(CONFLICTS, AttributeValue.fromN("0"));
        return item;
    }

    /** The stored transaction that an item holds, with the conflicts found beside it. */
    static StoredTransaction read(Map<String, AttributeValue> item, List<RecordedConflict> conflicts) {
        return new StoredTransaction(
                TransactionDocument.read(text(item, "document")),
                Status.valueOf(text(item, STATUS)),
                Optional.ofNullable(item.get(ASSESSMENT)).map(AttributeValue::s).map(AssessmentJson::read),
                Instant.parse(text(item, RECEIVED_AT)),
                Instant.parse(text(item, "storedAt")),
                new Trace(
                        text(item, "correlationId"),
                        Optional.ofNullable(item.get("traceHeader")).map(AttributeValue::s)),
                conflicts);
    }

    /** What it was made for, without reading the document. */
    static Money amount(Map<String, AttributeValue> item) {
        return new Money(
                Long.parseLong(Optional.ofNullable(item.get(AMOUNT_MINOR))
                        .map(AttributeValue::n)
                        .orElseThrow(() -> new IllegalStateException("a transaction's item has no amount"))),
                Currency.of(text(item, CURRENCY))
                        .orElseThrow(() -> new IllegalStateException("a transaction's item has no currency")));
    }

    /** Whether conflict items lie beside it. */
    static boolean hasConflicts(Map<String, AttributeValue> item) {
        return !Optional.ofNullable(item.get(CONFLICTS))
                .map(AttributeValue::n)
                .orElse("0")
                .equals("0");
    }

    /** @throws IllegalStateException where the item is not one of ours */
    static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        if (value == null || value.s() == null) {
            throw new IllegalStateException("an item of the table has no text '" + name + "'");
        }
        return value.s();
    }

    /** One of sixteen, spread evenly: the first hexadecimal digit behind the fingerprint's version. */
    private static String shard(String fingerprint) {
        var digits = fingerprint.indexOf(':') + 1;
        return fingerprint.substring(digits, digits + 1);
    }
}
