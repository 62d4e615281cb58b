package dev.sluice.compliance.aws;

import dev.sluice.compliance.finding.ScanSummary;
import dev.sluice.compliance.port.ScanHistory;
import dev.sluice.guard.rule.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps an item for each scan, all of them in one partition in the order of time. */
final class DynamoDbScanHistory implements ScanHistory {

    private static final String RESOURCES = "resources";
    private static final String FRESH = "fresh";
    private static final String RETURNED = "returned";
    private static final String RESOLVED = "resolved";
    private static final String CANNOT_TELL = "cannotTell";
    private static final String NOT_READ = "notRead";
    private static final String SUPPRESSED = "suppressed";

    private final DynamoDbClient dynamoDb;
    private final String table;

    DynamoDbScanHistory(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public List<ScanSummary> latest(int most) {
        try {
            // A scan's item is some hundred bytes, so that a page of the query holds thousands.
            return dynamoDb
                    .query(request -> request.tableName(table)
                            .consistentRead(true)
                            .scanIndexForward(false)
                            .limit(most)
                            .keyConditionExpression(FindingsTable.PARTITION + " = :scan")
                            .expressionAttributeValues(Map.of(":scan", AttributeValue.fromS(FindingsTable.SCAN))))
                    .items()
                    .reversed()
                    .stream()
                    .map(item -> read(new Item(item)))
                    .toList();
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB Query (scans)", e);
        }
    }

    @Override
    public void keep(ScanSummary scan) {
        var item = Item.of(FindingsTable.SCAN, FindingsTable.time(scan.at()))
                .number(RESOURCES, scan.resources())
                .number(FRESH, scan.fresh())
                .number(RETURNED, scan.returned())
                .number(RESOLVED, scan.resolved())
                .number(CANNOT_TELL, scan.cannotTell())
                .number(NOT_READ, scan.notRead())
                .number(SUPPRESSED, scan.suppressed());
        for (var severity : Severity.values()) {
            item.number(open(severity), scan.open(severity));
        }
        try {
            dynamoDb.putItem(request -> request.tableName(table).item(item.attributes()));
        } catch (SdkException e) {
            throw Failures.unavailable("DynamoDB PutItem (scan)", e);
        }
    }

    private static ScanSummary read(Item item) {
        var open = new EnumMap<Severity, Integer>(Severity.class);
        for (var severity : Severity.values()) {
            open.put(severity, item.number(open(severity)));
        }
        return new ScanSummary(
                item.time(FindingsTable.SORT),
                open,
                item.number(RESOURCES),
                item.number(FRESH),
                item.number(RETURNED),
                item.number(RESOLVED),
                item.number(CANNOT_TELL),
                item.number(NOT_READ),
                item.number(SUPPRESSED));
    }

    private static String open(Severity severity) {
        return "open." + severity.name().toLowerCase(Locale.ROOT);
    }
}
