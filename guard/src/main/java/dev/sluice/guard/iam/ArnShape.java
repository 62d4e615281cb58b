package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Reference;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How a type's ARNs are made (AWS, "Service Authorization Reference").
 *
 * @param service the service's segment
 * @param scope what of region and account the ARN has
 * @param before what stands before the name
 * @param name the attribute that holds the name
 */
record ArnShape(String service, Scope scope, String before, String name) {

    /** What says where a resource is. */
    enum Scope {
        REGION_AND_ACCOUNT,
        ACCOUNT,
        NEITHER
    }

    private static final Map<String, ArnShape> SHAPES = Map.ofEntries(
            regional("aws_sqs_queue", "sqs", "", "name"),
            regional("aws_sns_topic", "sns", "", "name"),
            regional("aws_dynamodb_table", "dynamodb", "table/", "name"),
            Map.entry("aws_s3_bucket", new ArnShape("s3", Scope.NEITHER, "", "bucket")),
            regional("aws_kms_key", "kms", "key/", "key_id"),
            regional("aws_kms_alias", "kms", "", "name"),
            regional("aws_lambda_function", "lambda", "function:", "function_name"),
            regional("aws_cloudwatch_log_group", "logs", "log-group:", "name"),
            regional("aws_secretsmanager_secret", "secretsmanager", "secret:", "name"),
            regional("aws_ssm_parameter", "ssm", "parameter", "name"),
            regional("aws_kinesis_stream", "kinesis", "stream/", "name"),
            regional("aws_cloudwatch_metric_alarm", "cloudwatch", "alarm:", "alarm_name"),
            regional("aws_cloudwatch_composite_alarm", "cloudwatch", "alarm:", "alarm_name"),
            regional("aws_cloudwatch_event_rule", "events", "rule/", "name"),
            regional("aws_cloudwatch_event_bus", "events", "event-bus/", "name"),
            regional("aws_sfn_state_machine", "states", "stateMachine:", "name"),
            Map.entry("aws_iam_role", new ArnShape("iam", Scope.ACCOUNT, "role", "name")));

    /** Types whose names may have slashes, so that one's ARN may be where another's goes on. */
    private static final Set<String> PATHS =
            Set.of("aws_cloudwatch_log_group", "aws_ssm_parameter", "aws_secretsmanager_secret", "aws_kms_alias");

    /** Types for which Terraform's {@code id} is the name. */
    private static final Set<String> NAMED_BY_ID = Set.of(
            "aws_iam_role",
            "aws_cloudwatch_log_group",
            "aws_dynamodb_table",
            "aws_lambda_function",
            "aws_s3_bucket",
            "aws_ssm_parameter",
            "aws_cloudwatch_event_bus");

    private static final int LENGTH_OF_A_SECRETS_SUFFIX = 6;

    static Optional<ArnShape> of(String type) {
        return Optional.ofNullable(SHAPES.get(type));
    }

    static boolean hasPaths(String type) {
        return PATHS.contains(type);
    }

    static boolean isName(String type, String attribute) {
        return of(type).filter(shape ->
                        attribute.equals(shape.name()) || (attribute.equals("id") && NAMED_BY_ID.contains(type)))
                .isPresent();
    }

    static boolean isIdOfKey(String type, String attribute) {
        return type.equals("aws_kms_key") && attribute.equals("id");
    }

    List<Piece> pieces(Resource resource, Function<Resource, Value.Text> nameOf) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece.Literal("arn:"));
        pieces.add(new Piece.Symbol(Canonical.PARTITION));
        pieces.add(new Piece.Literal(":" + service + ":"));
        if (scope == Scope.REGION_AND_ACCOUNT) {
            // A resource may say its region itself, from version 6 of the provider on.
            pieces.addAll(
                    resource.at("region") instanceof Value.Text region
                            ? region.pieces()
                            : List.of(new Piece.Symbol(Canonical.REGION)));
        }
        pieces.add(new Piece.Literal(":"));
        if (scope != Scope.NEITHER) {
            pieces.add(new Piece.Symbol(Canonical.ACCOUNT));
        }
        pieces.add(new Piece.Literal(":" + before));
        pieces.addAll(between(resource));
        pieces.addAll(nameOf.apply(resource).pieces());
        pieces.addAll(after(resource));
        return pieces;
    }

    /** What some types have between their kind and their name. */
    private static List<Piece> between(Resource resource) {
        return switch (resource.type()) {
            case "aws_iam_role" ->
                switch (resource.at("path")) {
                    case Value.Text path -> path.pieces();
                    case Value.Absent ignored -> List.of(new Piece.Literal("/"));
                    default -> List.of(new Piece.Symbol(new Reference(resource.address(), "path")));
                };
            case "aws_cloudwatch_event_rule" -> bus(resource);
            case "aws_ssm_parameter" ->
                resource.at("name")
                                .asText()
                                .filter(name -> name.startsWith("/"))
                                .isPresent()
                        ? List.of()
                        : slash(resource);
            default -> List.of();
        };
    }

    /** A rule of a bus that is not the account's own has the bus's name before its own. */
    private static List<Piece> bus(Resource rule) {
        var bus = rule.at("event_bus_name");
        if (bus.isAbsent() || bus.asText().filter("default"::equals).isPresent()) {
            return List.of();
        }
        var name = bus.asText().filter(text -> !text.startsWith("arn:"));
        return List.of(
                name.<Piece>map(Piece.Literal::new)
                        .orElseGet(() -> new Piece.Symbol(new Reference(rule.address(), "event_bus_name"))),
                new Piece.Literal("/"));
    }

    /** A parameter without a path has a slash before its name, one with a path has its own. */
    private static List<Piece> slash(Resource parameter) {
        return parameter.at("name").asText().isPresent()
                ? List.of(new Piece.Literal("/"))
                : List.of(new Piece.Symbol(new Reference(parameter.address(), "slash")));
    }

    private static List<Piece> after(Resource resource) {
        if (!resource.type().equals("aws_secretsmanager_secret")) {
            return List.of();
        }
        // AWS adds a dash and six characters of its own choice.
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece.Literal("-"));
        for (int i = 0; i < LENGTH_OF_A_SECRETS_SUFFIX; i++) {
            pieces.add(new Piece.Symbol(new Reference(resource.address(), Glob.ONE + i)));
        }
        return pieces;
    }

    private static Map.Entry<String, ArnShape> regional(String type, String service, String before, String name) {
        return Map.entry(type, new ArnShape(service, Scope.REGION_AND_ACCOUNT, before, name));
    }
}
