package dev.sluice.compliance.live;

import dev.sluice.guard.graph.Resource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Reads DynamoDB: each table, and its policy where it has one.
 *
 * <p>A table is {@code aws_dynamodb_table.NAME}, its policy {@code aws_dynamodb_resource_policy.NAME}.
 */
final class TableReader implements ServiceReader {

    private static final Service DYNAMODB = new Service("dynamodb");
    private static final List<String> TAGS = List.of("tags", "tags_all");

    /** As many as DynamoDB allows. */
    private static final int MOST_TAGS = 50;

    private final DynamoDbClient dynamoDb;

    TableReader(DynamoDbClient dynamoDb) {
        this.dynamoDb = dynamoDb;
    }

    @Override
    public List<Resource> read(Scope scope, Tagged tagged, Unread unread) {
        var bearing = new HashSet<>(tagged.of("dynamodb", "table/"));
        return DYNAMODB.list("ListTables", () -> dynamoDb.listTablesPaginator().tableNames()).stream()
                .filter(name -> scope.names(name) || bearing.contains(name))
                .flatMap(name -> table(name, unread))
                .toList();
    }

    private Stream<Resource> table(String name, Unread unread) {
        var table =
                LiveResource.of("aws_dynamodb_table", name).text("name", name).text("id", name);
        var asking = DYNAMODB.about(table, unread)
                .of(
                        "DescribeTable",
                        () -> dynamoDb.describeTable(request -> request.tableName(name))
                                .table(),
                        described -> TableDescribed.into(table, described),
                        TableDescribed.ATTRIBUTES)
                .of(
                        "DescribeContinuousBackups",
                        () -> dynamoDb.describeContinuousBackups(request -> request.tableName(name)),
                        backups -> TableDescribed.recovery(table, backups.continuousBackupsDescription()),
                        TableDescribed.RECOVERY);
        var policy = LiveResource.of("aws_dynamodb_resource_policy", name);
        var arn = table.at("arn").asText();
        if (arn.isEmpty()) {
            // Tags and policy are asked for by the ARN alone.
            TAGS.forEach(table::unknown);
            return asking.made().stream()
                    .flatMap(made -> Stream.of(made, policy.unknown("policy").made()));
        }
        asking.of("ListTagsOfResource", () -> tags(arn.get()), table::tags, TAGS);
        return asking.made().stream()
                .flatMap(made -> Stream.concat(Stream.of(made), policy(policy, arn.get(), unread)));
    }

    private Map<String, String> tags(String arn) {
        var tags = new HashMap<String, String>();
        Optional<String> next = Optional.empty();
        do {
            var token = next.orElse(null);
            var page = dynamoDb.listTagsOfResource(
                    request -> request.resourceArn(arn).nextToken(token));
            page.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
            next = Optional.ofNullable(page.nextToken());
        } while (next.isPresent() && tags.size() < MOST_TAGS);
        return tags;
    }

    /** A table without a policy answers as if there were no such thing. */
    private Stream<Resource> policy(LiveResource policy, String arn, Unread unread) {
        policy.text("id", arn).text("resource_arn", arn);
        return DYNAMODB
                .about(policy, unread)
                .of(
                        "GetResourcePolicy",
                        () -> dynamoDb.getResourcePolicy(request -> request.resourceArn(arn))
                                .policy(),
                        document -> policy.text("policy", document),
                        List.of("policy"))
                .made()
                .stream();
    }
}
