package dev.sluice.handlers.aws;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.StoredTransaction;
import dev.sluice.handlers.port.StoredTransaction.RecordedConflict;
import dev.sluice.handlers.port.TransactionArchive;
import dev.sluice.handlers.port.Unavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Answers what the table holds, by consistent reads of single partitions; it never writes and never scans. */
final class DynamoDbTransactionArchive implements TransactionArchive {

    /** How many conflicts of one transaction are told; all are kept. */
    private static final int MOST_CONFLICTS = 100;

    /** How often what DynamoDB left out of an answer is asked for again. */
    private static final int MOST_ROUNDS = 10;

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoDbTransactionArchive(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public Optional<StoredTransaction> find(Identity identity) {
        try {
            var found = dynamoDb.getItem(request -> request.tableName(table)
                    .key(TableKeys.key(TableKeys.partitionOf(identity), TableKeys.TRANSACTION))
                    .consistentRead(true));
            return found.hasItem() ? Optional.of(withConflicts(found.item())) : Optional.empty();
        } catch (SdkException e) {
            throw DynamoDbFailures.unavailable("DynamoDB read", e);
        }
    }

    @Override
    public Page ofAccount(Listing listing) {
        try {
            var entries = entries(listing);
            var more = entries.size() > listing.limit();
            var page = new ArrayList<StoredTransaction>();
            for (var item : transactions(more ? entries.subList(0, listing.limit()) : entries)) {
                page.add(withConflicts(item));
            }
            return new Page(page, more ? Optional.of(positionOf(page.getLast())) : Optional.empty());
        } catch (SdkException e) {
            throw DynamoDbFailures.unavailable("DynamoDB read", e);
        }
    }

    /** The partitions of the transactions on that page and of one more, in the order of the page. */
    private List<String> entries(Listing listing) {
        var partition = TableKeys.partitionOfAccount(listing.source(), listing.accountId());
        // A blank sorts before every character an id may go on with: behind this entry and before the next.
        var from = listing.after()
                .map(after -> TableKeys.entry(after.occurredAt(), after.id()) + " ")
                .filter(after -> after.compareTo(TableKeys.entriesFrom(listing.from())) > 0)
                .orElse(TableKeys.entriesFrom(listing.from()));
        var to = TableKeys.entriesFrom(listing.to());
        if (from.compareTo(to) > 0) {
            return List.of();
        }
        var wanted = listing.limit() + 1;
        var found = new ArrayList<String>();
        for (var item : query(partition, from, to, wanted)) {
            found.add(TableKeys.partitionOf(
                    new Identity(TransactionItem.text(item, "source"), TransactionItem.text(item, "id"))));
        }
        return found;
    }

    private List<Map<String, AttributeValue>> transactions(List<String> partitions) {
        var found = new HashMap<String, Map<String, AttributeValue>>();
        // An entry is seen a moment before its transaction is, since a read is no part of the write that stores both.
        for (var round = 0; round < MOST_ROUNDS && found.size() < partitions.size(); round++) {
            var missing = partitions.stream()
                    .filter(partition -> !found.containsKey(partition))
                    .map(partition -> TableKeys.key(partition, TableKeys.TRANSACTION))
                    .toList();
            var wanted = KeysAndAttributes.builder()
                    .keys(missing)
                    .consistentRead(true)
                    .build();
            var answer = dynamoDb.batchGetItem(request -> request.requestItems(Map.of(table, wanted)));
            for (var item : answer.responses().getOrDefault(table, List.of())) {
                found.put(TransactionItem.text(item, TableKeys.PARTITION), item);
            }
        }
        if (found.size() < partitions.size()) {
            throw new Unavailable("DynamoDB BatchGetItem: " + (partitions.size() - found.size()) + " of "
                    + partitions.size() + " items did not come in " + MOST_ROUNDS + " rounds");
        }
        return partitions.stream().map(found::get).toList();
    }

    private StoredTransaction withConflicts(Map<String, AttributeValue> item) {
        return TransactionItem.read(
                item,
                TransactionItem.hasConflicts(item)
                        ? conflicts(TransactionItem.text(item, TableKeys.PARTITION))
                        : List.of());
    }

    private List<RecordedConflict> conflicts(String partition) {
        // '$' is the character behind '#': all conflicts and nothing else lie between.
        return query(partition, TableKeys.CONFLICT, "conflict$", MOST_CONFLICTS).stream()
                .map(item -> new RecordedConflict(
                        TransactionItem.text(item, TransactionItem.FINGERPRINT),
                        Instant.parse(TransactionItem.text(item, TransactionItem.RECEIVED_AT))))
                .toList();
    }

    /** The items of a partition from one sort key to another, both included, as many as wanted and there. */
    private List<Map<String, AttributeValue>> query(String partition, String from, String to, int wanted) {
        var found = new ArrayList<Map<String, AttributeValue>>();
        var request = QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression("#partition = :partition AND #sort BETWEEN :from AND :to")
                .expressionAttributeNames(Map.of("#partition", TableKeys.PARTITION, "#sort", TableKeys.SORT))
                .expressionAttributeValues(Map.of(
                        ":partition", AttributeValue.fromS(partition),
                        ":from", AttributeValue.fromS(from),
                        ":to", AttributeValue.fromS(to)))
                .consistentRead(true)
                .limit(wanted)
                .build();
        for (var page : dynamoDb.queryPaginator(request)) {
            found.addAll(page.items());
            if (found.size() >= wanted) {
                break;
            }
        }
        return found.size() > wanted ? found.subList(0, wanted) : found;
    }

    private static Position positionOf(StoredTransaction stored) {
        var transaction = stored.enriched().transaction();
        return new Position(
                transaction.occurredAt().start(), transaction.identity().id());
    }
}
