package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.BillingModeSummary;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEDescription;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** What DynamoDB tells of a table, as Terraform's provider shows it. */
final class TableDescribed {

    /** What is unknown where a table cannot be described. */
    static final List<String> ATTRIBUTES = List.of(
            "arn",
            "billing_mode",
            "hash_key",
            "range_key",
            "attribute",
            "global_secondary_index",
            "read_capacity",
            "write_capacity",
            "server_side_encryption",
            "stream_enabled",
            "stream_view_type",
            "stream_arn",
            "deletion_protection_enabled");

    /** What is unknown where nothing can be learned of its backups. */
    static final List<String> RECOVERY = List.of("point_in_time_recovery");

    private TableDescribed() {}

    static void into(LiveResource table, TableDescription described) {
        table.text("arn", described.tableArn())
                .text("billing_mode", billing(described.billingModeSummary()))
                .set("attribute", attributes(described))
                .set("global_secondary_index", indexes(described))
                .truth("deletion_protection_enabled", described.deletionProtectionEnabled());
        keys(described.keySchema()).forEach(table::text);
        capacity(described.provisionedThroughput()).forEach(table::number);
        stream(table, described.streamSpecification(), described.latestStreamArn());
        encryption(table, described.sseDescription());
    }

    static void recovery(LiveResource table, ContinuousBackupsDescription backups) {
        var recovery = backups.pointInTimeRecoveryDescription();
        boolean enabled = recovery != null && recovery.pointInTimeRecoveryStatus() == PointInTimeRecoveryStatus.ENABLED;
        table.set("point_in_time_recovery", LiveResource.block(Map.of("enabled", new Value.Truth(enabled))));
    }

    /** Of a table that was never anything else DynamoDB does not say that its capacity is provisioned. */
    private static String billing(@Nullable BillingModeSummary summary) {
        return summary == null ? BillingMode.PROVISIONED.toString() : summary.billingModeAsString();
    }

    private static Value attributes(TableDescription described) {
        return new Value.Items(described.attributeDefinitions().stream()
                .map(each ->
                        LiveResource.fields(Map.of("name", each.attributeName(), "type", each.attributeTypeAsString())))
                .toList());
    }

    private static Value indexes(TableDescription described) {
        return new Value.Items(described.globalSecondaryIndexes().stream()
                .map(TableDescribed::index)
                .toList());
    }

    private static Value index(GlobalSecondaryIndexDescription index) {
        var members = new LinkedHashMap<String, Value>();
        members.put("name", Value.text(index.indexName()));
        members.put("projection_type", Value.text(index.projection().projectionTypeAsString()));
        keys(index.keySchema()).forEach((name, attribute) -> members.put(name, Value.text(attribute)));
        capacity(index.provisionedThroughput()).forEach((name, units) -> members.put(name, Value.number(units)));
        return new Value.Fields(members);
    }

    private static Map<String, String> keys(List<KeySchemaElement> schema) {
        var keys = new LinkedHashMap<String, String>();
        for (var element : schema) {
            keys.put(element.keyType() == KeyType.HASH ? "hash_key" : "range_key", element.attributeName());
        }
        return keys;
    }

    private static Map<String, Long> capacity(@Nullable ProvisionedThroughputDescription units) {
        return units == null
                ? Map.of()
                : Map.of("read_capacity", units.readCapacityUnits(), "write_capacity", units.writeCapacityUnits());
    }

    private static void stream(
            LiveResource table, @Nullable StreamSpecification stream, @Nullable String latestStreamArn) {
        if (stream == null || !Boolean.TRUE.equals(stream.streamEnabled())) {
            table.truth("stream_enabled", false);
        } else {
            table.truth("stream_enabled", true);
            table.text("stream_view_type", stream.streamViewTypeAsString()).text("stream_arn", latestStreamArn);
        }
    }

    /** Without a description it is encrypted with a key of DynamoDB's own. */
    private static void encryption(LiveResource table, @Nullable SSEDescription encryption) {
        if (encryption == null || encryption.status() == SSEStatus.DISABLED) {
            return;
        }
        var members = new LinkedHashMap<String, Value>();
        members.put("enabled", new Value.Truth(true));
        if (encryption.kmsMasterKeyArn() != null) {
            members.put("kms_key_arn", Value.text(encryption.kmsMasterKeyArn()));
        }
        table.set("server_side_encryption", LiveResource.block(members));
    }
}
