package dev.sluice.infra.construct;

import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTable;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableAttribute;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableGlobalSecondaryIndex;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTablePointInTimeRecovery;
import com.hashicorp.cdktf.providers.aws.dynamodb_table.DynamodbTableServerSideEncryption;
import dev.sluice.blueprint.Resource;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import java.util.stream.Stream;
import software.constructs.Construct;

/** A table that is paid for by the request, can be put back to any second of 35 days, and tells its readers what is new. */
final class Table {

    private final DynamodbTable table;

    /** @param told whether somebody reads its stream */
    Table(Construct scope, Resource.Table resource, boolean told, Settings settings, StackKey key) {
        var builder = DynamodbTable.Builder.create(scope, resource.name() + "-table")
                .name(settings.nameOf(resource.name()))
                .billingMode("PAY_PER_REQUEST")
                .hashKey(resource.keys().partition())
                .rangeKey(resource.keys().sort())
                .attribute(attributes(resource))
                .globalSecondaryIndex(
                        resource.indexes().stream().map(Table::index).toList())
                .pointInTimeRecovery(
                        DynamodbTablePointInTimeRecovery.builder().enabled(true).build())
                .serverSideEncryption(DynamodbTableServerSideEncryption.builder()
                        .enabled(true)
                        .kmsKeyArn(key.arn())
                        .build())
                .deletionProtectionEnabled(settings.get(Options.DELETION_PROTECTION));
        if (told) {
            builder.streamEnabled(true).streamViewType("NEW_IMAGE");
        }
        table = Address.keep(resource.name(), builder.build());
    }

    String name() {
        return table.getName();
    }

    String arn() {
        return table.getArn();
    }

    String streamArn() {
        return table.getStreamArn();
    }

    private static List<DynamodbTableAttribute> attributes(Resource.Table resource) {
        return Stream.concat(
                        Stream.of(resource.keys()), resource.indexes().stream().map(Resource.Index::keys))
                .flatMap(keys -> Stream.of(keys.partition(), keys.sort()))
                .distinct()
                .map(name ->
                        DynamodbTableAttribute.builder().name(name).type("S").build())
                .toList();
    }

    /** Finds keys alone: who wants the item reads it, as it is then. */
    private static DynamodbTableGlobalSecondaryIndex index(Resource.Index index) {
        return DynamodbTableGlobalSecondaryIndex.builder()
                .name(index.name())
                .hashKey(index.keys().partition())
                .rangeKey(index.keys().sort())
                .projectionType("KEYS_ONLY")
                .build();
    }
}
