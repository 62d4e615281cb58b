package dev.sluice.infra.construct;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Trigger;
import dev.sluice.blueprint.Use;
import dev.sluice.infra.construct.Grant.KeyUse;
import dev.sluice.infra.iam.Statement;
import dev.sluice.infra.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each kind of use and trigger in the blueprint means in variables and exact rights. */
final class Grants {

    private static final List<String> DECRYPT = List.of("kms:Decrypt");

    private final StackResources resources;
    private final Settings settings;
    private final Location location;

    Grants(StackResources resources, Settings settings, Location location) {
        this.resources = resources;
        this.settings = settings;
        this.location = location;
    }

    /** All that a function is given: by its uses, by its triggers, and for what fails. */
    List<Grant> of(Function function) {
        return Stream.of(
                        function.uses().stream().map(this::of),
                        function.triggers().stream().flatMap(trigger -> of(trigger).stream()),
                        failureTargets(function).map(this::failingInto))
                .flatMap(some -> some)
                .toList();
    }

    /** Where Lambda puts, in the function's name, what it gave up on: often the same queue whatever the way in. */
    private static Stream<Resource.DeadLetterQueue> failureTargets(Function function) {
        var byStreams = function.triggers().stream()
                .filter(Trigger.Stream.class::isInstance)
                .map(Trigger.Stream.class::cast)
                .map(Trigger.Stream::deadLetters);
        return Stream.concat(Stream.of(function.asynchronous().deadLetters()), byStreams)
                .distinct();
    }

    private Grant of(Use use) {
        return switch (use.resource()) {
            case Resource.Table table -> {
                var made = resources.of(table);
                yield new Grant(
                        Map.of(use.environmentVariable(), made.name()),
                        List.of(statement(use.kind(), table, tableActions(use.kind()), List.of(made.arn()))),
                        // DynamoDB unwraps the table's own key in the name of who asks, whatever is asked.
                        List.of(new KeyUse("dynamodb", DECRYPT)));
            }
            case Resource.Topic topic -> {
                var made = resources.of(topic);
                yield new Grant(
                        Map.of(use.environmentVariable(), made.arn()),
                        List.of(statement(use.kind(), topic, List.of("sns:Publish"), List.of(made.arn()))),
                        List.of(new KeyUse("sns", StackKey.MESSAGE_ACTIONS)));
            }
            case Resource.Queue queue -> {
                var made = resources.of(queue);
                yield new Grant(
                        Map.of(use.environmentVariable(), made.url()),
                        List.of(statement(use.kind(), queue, List.of("sqs:SendMessage"), List.of(made.arn()))),
                        List.of(new KeyUse("sqs", StackKey.MESSAGE_ACTIONS)));
            }
            case Resource.Secrets secrets ->
                new Grant(
                        Map.of(use.environmentVariable(), settings.sourceSecretsPrefix()),
                        List.of(statement(
                                use.kind(), secrets, List.of("secretsmanager:GetSecretValue"), resources.of(secrets))),
                        List.of(new KeyUse("secretsmanager", DECRYPT)));
            case Resource.Bucket bucket -> {
                var made = resources.of(bucket);
                yield new Grant(
                        Map.of(use.environmentVariable(), made.name()),
                        List.of(statement(use.kind(), bucket, List.of("s3:PutObject"), List.of(made.arn() + "/*"))),
                        // A bucket's key is used for what is put there, and not asked for to read it.
                        List.of(new KeyUse("s3", List.of("kms:GenerateDataKey"))));
            }
            case Resource.Environment ignored ->
                new Grant(
                        Map.of(use.environmentVariable(), settings.suffix()),
                        environmentStatements(use.kind()),
                        List.of());
            case Resource.DeadLetterQueue queue ->
                throw new IllegalArgumentException("no function uses the dead letters of " + queue.name());
        };
    }

    /** What Lambda does in the function's name to be triggered; a route, a topic or the clock calls by itself and needs nothing. */
    private Optional<Grant> of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Route ignored -> Optional.empty();
            case Trigger.Subscription ignored -> Optional.empty();
            case Trigger.Schedule ignored -> Optional.empty();
            case Trigger.Stream stream ->
                Optional.of(new Grant(
                        Map.of(),
                        List.of(Statement.allow(
                                "FollowsTheStreamOf" + camel(stream.table().name()),
                                List.of(
                                        "dynamodb:DescribeStream",
                                        "dynamodb:GetRecords",
                                        "dynamodb:GetShardIterator",
                                        "dynamodb:ListStreams"),
                                List.of(resources.of(stream.table()).streamArn()))),
                        List.of(new KeyUse("dynamodb", DECRYPT))));
            case Trigger.Messages messages ->
                Optional.of(new Grant(
                        Map.of(),
                        List.of(Statement.allow(
                                "TakesFrom" + camel(messages.queue().name()),
                                List.of("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"),
                                List.of(resources.of(messages.queue()).arn()))),
                        List.of(new KeyUse("sqs", DECRYPT))));
        };
    }

    /** What Lambda does in the function's name with an event that it gave up on. */
    private Grant failingInto(Resource.DeadLetterQueue queue) {
        return new Grant(
                Map.of(),
                List.of(Statement.allow(
                        "FailsInto" + camel(queue.name()),
                        List.of("sqs:SendMessage"),
                        List.of(resources.of(queue).arn()))),
                List.of(new KeyUse("sqs", StackKey.MESSAGE_ACTIONS)));
    }

    private static List<String> tableActions(Use.Kind kind) {
        return switch (kind) {
            case READS -> List.of("dynamodb:GetItem", "dynamodb:Query");
            case LISTS -> List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query");
            case WRITES -> List.of("dynamodb:PutItem", "dynamodb:UpdateItem");
            case UPDATES -> List.of("dynamodb:UpdateItem");
            case PUBLISHES, SENDS, READS_SECRETS, STORES, INSPECTS, REPAIRS ->
                throw new IllegalArgumentException(kind + " does not go with a table");
        };
    }

    private List<Statement> environmentStatements(Use.Kind kind) {
        return switch (kind) {
            case INSPECTS -> Inspection.of(settings, location);
            case REPAIRS -> Repairing.of(settings, location);
            case READS, LISTS, WRITES, UPDATES, PUBLISHES, SENDS, READS_SECRETS, STORES ->
                throw new IllegalArgumentException(kind + " does not go with an environment");
        };
    }

    private static Statement statement(Use.Kind kind, Resource resource, List<String> actions, List<String> resources) {
        return Statement.allow(
                camel(kind.name().toLowerCase(Locale.ROOT)) + camel(resource.name()), actions, resources);
    }

    /** The words of a name, each with a capital, and nothing between them. */
    private static String camel(String name) {
        return Arrays.stream(name.split("[-_]"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
