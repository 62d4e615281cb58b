package dev.sluice.compliance.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.handlers.port.Unavailable;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.Tag;

class TableReaderTest {

    private static final Tagged NOTHING = new Tagged(List.of());
    private static final String KEY = "arn:aws:kms:eu-west-2:123456789012:key/6f1c9d3e-0000-4000-8000-000000000000";

    private final DynamoDbClient dynamoDb = Staged.clients().dynamoDb();
    private final Unread unread = new Unread();

    @Test
    void aTableSaysWhatItsProviderWouldShow() {
        dynamoDb.createTable(request -> request.tableName("sluice-orders-tables-all")
                .attributeDefinitions(text("pk"), text("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .deletionProtectionEnabled(true)
                .sseSpecification(sse -> sse.enabled(true).kmsMasterKeyId(KEY))
                .streamSpecification(stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE))
                .tags(Tag.builder().key("Project").value("sluice").build()));
        dynamoDb.updateContinuousBackups(request -> request.tableName("sluice-orders-tables-all")
                .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true)));

        var read = read(new TableReader(dynamoDb), "tables-all", NOTHING);

        assertThat(read).singleElement().satisfies(table -> {
            assertThat(table.address()).isEqualTo("aws_dynamodb_table.sluice-orders-tables-all");
            assertThat(table.at("billing_mode")).isEqualTo(Value.text("PAY_PER_REQUEST"));
            assertThat(table.at("hash_key")).isEqualTo(Value.text("pk"));
            assertThat(table.at("range_key")).isEqualTo(Value.text("sk"));
            assertThat(table.at("point_in_time_recovery", "enabled").asTruth()).contains(true);
            assertThat(table.at("server_side_encryption", "kms_key_arn")).isEqualTo(Value.text(KEY));
            assertThat(table.at("stream_view_type")).isEqualTo(Value.text("NEW_IMAGE"));
            assertThat(table.at("stream_arn").asText())
                    .hasValueSatisfying(arn -> assertThat(arn).contains("sluice-orders-tables-all/stream/"));
            assertThat(table.at("deletion_protection_enabled").asTruth()).contains(true);
            assertThat(table.at("tags", "Project")).isEqualTo(Value.text("sluice"));
            assertThat(table.at("arn"))
                    .isEqualTo(Value.text("arn:aws:dynamodb:eu-west-2:123456789012:table/sluice-orders-tables-all"));
        });
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void aTableOfWhichNothingWasSaidIsProvisionedAndCannotBeSetBack() {
        dynamoDb.createTable(request -> request.tableName("sluice-plain-tables-plain")
                .attributeDefinitions(text("pk"))
                .keySchema(key("pk", KeyType.HASH))
                .provisionedThroughput(units -> units.readCapacityUnits(5L).writeCapacityUnits(3L)));

        assertThat(read(new TableReader(dynamoDb), "tables-plain", NOTHING))
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.at("billing_mode")).isEqualTo(Value.text("PROVISIONED"));
                    assertThat(table.at("read_capacity")).isEqualTo(Value.number(5));
                    assertThat(table.at("point_in_time_recovery", "enabled").asTruth())
                            .contains(false);
                    assertThat(table.at("server_side_encryption").isAbsent()).isTrue();
                    assertThat(table.at("stream_enabled").asTruth()).contains(false);
                });
    }

    @Test
    void thePolicyOfATableIsAResourceBesideIt() {
        var arn = table("sluice-shared-tables-policy");
        dynamoDb.putResourcePolicy(request -> request.resourceArn(arn).policy("{\"Statement\":[]}"));

        assertThat(read(new TableReader(dynamoDb), "tables-policy", NOTHING))
                .filteredOn(each -> each.type().equals("aws_dynamodb_resource_policy"))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.at("resource_arn")).isEqualTo(Value.text(arn));
                    assertThat(policy.at("policy")).isEqualTo(Value.text("{\"Statement\":[]}"));
                });
    }

    @Test
    void everyPageOfTheListIsRead() {
        List.of("a", "b", "c", "d", "e").forEach(name -> table("sluice-" + name + "-tables-paged"));
        var two = Staged.client(
                DynamoDbClient.class,
                dynamoDb,
                "listTables",
                (request, real) -> real.apply(
                        ((ListTablesRequest) request).toBuilder().limit(2).build()));

        assertThat(read(new TableReader(two), "tables-paged", NOTHING)).hasSize(5);
    }

    @Test
    void whatBearsTheTagsIsReadWhateverItIsCalledAndOnceOnly() {
        var tagged = new Tagged(List.of(table("called-otherwise-for-tables"), table("sluice-mine-tables-tagged")));

        assertThat(read(new TableReader(dynamoDb), "tables-tagged", tagged))
                .extracting(Resource::name)
                .containsExactlyInAnyOrder("called-otherwise-for-tables", "sluice-mine-tables-tagged");
    }

    @Test
    void aTableThatIsDeletedWhileItIsReadIsNotThere() {
        table("sluice-brief-tables-gone");
        for (var operation : List.of("describeTable", "describeContinuousBackups", "listTagsOfResource")) {
            var deleting = Staged.client(
                    DynamoDbClient.class,
                    dynamoDb,
                    operation,
                    Staged.after(() -> dynamoDb.deleteTable(request -> request.tableName("sluice-brief-tables-gone"))));

            assertThat(read(new TableReader(deleting), "tables-gone", NOTHING))
                    .as(operation)
                    .isEmpty();
            table("sluice-brief-tables-gone");
        }
        assertThat(unread.all()).isEmpty();
    }

    @Test
    void whatCannotBeReadOfATableIsUnknownAndTold() {
        table("sluice-shut-tables-refused");
        var refusing = Staged.client(DynamoDbClient.class, dynamoDb, "describeContinuousBackups", Staged.refuses());

        var table = read(new TableReader(refusing), "tables-refused", NOTHING).getFirst();

        assertThat(table.at("point_in_time_recovery", "enabled").isOpen()).isTrue();
        assertThat(table.at("hash_key")).isEqualTo(Value.text("pk"));
        assertThat(unread.all())
                .extracting(told -> told.place().file() + " " + told.why())
                .containsExactly(
                        "aws_dynamodb_table.sluice-shut-tables-refused dynamodb:DescribeContinuousBackups: AccessDenied");
    }

    @Test
    void ofATableThatCannotBeDescribedNeitherTagsNorPolicyAreKnown() {
        table("sluice-shut-tables-dark");
        var refusing = Staged.client(DynamoDbClient.class, dynamoDb, "describeTable", Staged.refuses());

        assertThat(read(new TableReader(refusing), "tables-dark", NOTHING))
                .satisfiesExactly(
                        table -> assertThat(table.at("tags").isOpen()).isTrue(),
                        policy -> assertThat(policy.at("policy").isOpen()).isTrue());
    }

    @Test
    void withoutAListNothingCanBeSaid() {
        var refusing = Staged.client(DynamoDbClient.class, dynamoDb, "listTables", Staged.refuses());

        assertThatThrownBy(() -> read(new TableReader(refusing), "tables-unlisted", NOTHING))
                .isInstanceOf(Unavailable.class)
                .hasMessage("dynamodb:ListTables: AccessDenied");
    }

    private String table(String name) {
        return dynamoDb.createTable(request -> request.tableName(name)
                        .attributeDefinitions(text("pk"))
                        .keySchema(key("pk", KeyType.HASH))
                        .billingMode(BillingMode.PAY_PER_REQUEST))
                .tableDescription()
                .tableArn();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private List<Resource> read(TableReader reader, String suffix, Tagged tagged) {
        return reader.read(Staged.scope(suffix), tagged, unread);
    }
}
