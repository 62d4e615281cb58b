package dev.sluice.integration.sandbox.authorize;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * DynamoDB's tables (AWS, "Actions, resources, and condition keys for Amazon DynamoDB"; "Identity and Access Management in
 * Amazon DynamoDB", "Using IAM with transactions").
 */
final class TableAsks implements Asks {

    /** The members of a transaction's entry, with what each is as an action. */
    private static final Map<String, String> PARTS = Map.of(
            "Put", "PutItem",
            "Update", "UpdateItem",
            "Delete", "DeleteItem",
            "ConditionCheck", "ConditionCheckItem",
            "Get", "GetItem");

    private final Places places;
    private final KeyUse keys;

    TableAsks(Places places, KeyUse keys) {
        this.places = places;
        this.keys = keys;
    }

    @Override
    public Optional<List<Needed>> of(Operation operation) {
        var asked = operation.request().json();
        return switch (operation.name()) {
            case "GetItem", "PutItem", "UpdateItem", "DeleteItem" ->
                Optional.of(onItems(List.of(onTable(operation.name(), asked))));
            case "Query", "Scan" -> Optional.of(onItems(List.of(onIndex(operation.name(), asked))));
            case "BatchGetItem", "BatchWriteItem" -> Optional.of(onItems(batch(operation.name(), asked)));
            case "TransactWriteItems", "TransactGetItems" -> Optional.of(onItems(transaction(asked)));
            case "DescribeTable", "DescribeTimeToLive" -> Optional.of(List.of(onTable(operation.name(), asked)));
            default -> Optional.empty();
        };
    }

    private Needed onTable(String action, JsonNode asked) {
        return need(action, places.table(asked.path("TableName").asText()));
    }

    /** Reading an index needs nothing of its table. */
    private Needed onIndex(String action, JsonNode asked) {
        var index = asked.path("IndexName");
        return index.isMissingNode()
                ? onTable(action, asked)
                : need(action, places.table(asked.path("TableName").asText()) + "/index/" + index.asText());
    }

    private List<Needed> batch(String action, JsonNode asked) {
        return asked.path("RequestItems")
                .propertyStream()
                .map(table -> need(action, places.table(table.getKey())))
                .toList();
    }

    private List<Needed> transaction(JsonNode asked) {
        var needs = new LinkedHashSet<Needed>();
        for (var entry : asked.path("TransactItems")) {
            entry.properties()
                    .forEach(part ->
                            needs.add(onTable(PARTS.getOrDefault(part.getKey(), part.getKey()), part.getValue())));
        }
        return List.copyOf(needs);
    }

    /** Items are decrypted to be read, and to be changed. */
    private List<Needed> onItems(List<Needed> needs) {
        var all = new ArrayList<>(needs);
        needs.stream()
                .map(Needed::arn)
                .distinct()
                .flatMap(arn -> decrypting(keys, places, arn).stream())
                .distinct()
                .forEach(all::add);
        return all;
    }

    /** What DynamoDB does with a table's key for a caller (AWS, "DynamoDB encryption at rest: usage notes"). */
    static List<Needed> decrypting(KeyUse keys, Places places, String arn) {
        var context = Map.of("aws:dynamodb:tableName", tableName(arn), "aws:dynamodb:subscriberId", places.account());
        return keys.byCaller(arn, "dynamodb", context, "Decrypt");
    }

    private static String tableName(String arn) {
        var within = arn.substring(arn.indexOf('/') + 1);
        return within.contains("/") ? within.substring(0, within.indexOf('/')) : within;
    }

    private static Needed need(String action, String arn) {
        return Needed.of("dynamodb:" + action, arn);
    }
}
