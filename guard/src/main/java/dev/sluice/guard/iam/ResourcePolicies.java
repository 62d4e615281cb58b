package dev.sluice.guard.iam;

import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Piece;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.ResourceGraph;
import dev.sluice.guard.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which policy each resource of a graph has itself. */
final class ResourcePolicies {

    /**
     * A type that holds another's policy.
     *
     * @param type the type
     * @param of the attribute that says whose
     * @param owner the type it is of
     */
    private record Holder(String type, String of, String owner) {}

    private static final List<Holder> HOLDERS = List.of(
            new Holder("aws_sqs_queue_policy", "queue_url", "aws_sqs_queue"),
            new Holder("aws_sns_topic_policy", "arn", "aws_sns_topic"),
            new Holder("aws_kms_key_policy", "key_id", "aws_kms_key"),
            new Holder("aws_kms_grant", "key_id", "aws_kms_key"),
            new Holder("aws_secretsmanager_secret_policy", "secret_arn", "aws_secretsmanager_secret"),
            new Holder("aws_s3_bucket_policy", "bucket", "aws_s3_bucket"),
            new Holder("aws_dynamodb_resource_policy", "resource_arn", "aws_dynamodb_table"),
            new Holder("aws_kinesis_resource_policy", "resource_arn", "aws_kinesis_stream"),
            new Holder("aws_lambda_permission", "function_name", "aws_lambda_function"));

    private static final List<String> DEFAULT_OF_A_TOPIC = List.of(
            "sns:GetTopicAttributes",
            "sns:SetTopicAttributes",
            "sns:AddPermission",
            "sns:RemovePermission",
            "sns:DeleteTopic",
            "sns:Subscribe",
            "sns:ListSubscriptionsByTopic",
            "sns:Publish");

    private final ResourceGraph graph;
    private final PolicyReader reader;
    private final Arns arns;
    private final Map<String, List<Resource>> held = new HashMap<>();
    private final Map<String, Optional<Policy>> read = new ConcurrentHashMap<>();

    ResourcePolicies(ResourceGraph graph, PolicyReader reader, Arns arns) {
        this.graph = graph;
        this.reader = reader;
        this.arns = arns;
        for (var holder : HOLDERS) {
            for (var resource : graph.of(holder.type())) {
                graph.behind(whose(resource.at(holder.of())), holder.owner())
                        .forEach(owner -> held.computeIfAbsent(owner.address(), ignored -> new ArrayList<>())
                                .add(resource));
            }
        }
    }

    /** A function may be named by way of its alias. */
    private Value whose(Value named) {
        return graph.target(named, "aws_lambda_alias")
                .filter(alias ->
                        named.references().stream().anyMatch(r -> r.address().equals(alias.address())))
                .map(alias -> alias.at("function_name"))
                .orElse(named);
    }

    /** The policy a resource has, or has from AWS where nobody gave it one; empty where it has none. */
    Optional<Policy> of(Resource resource) {
        var owner = resource.type().equals("aws_lambda_alias")
                ? graph.target(resource.at("function_name"), "aws_lambda_function")
                : Optional.of(resource);
        return owner.flatMap(each -> read.computeIfAbsent(each.address(), ignored -> find(each)));
    }

    private Optional<Policy> find(Resource resource) {
        if (resource.data()) {
            // What was made elsewhere has what it was given there.
            return Optional.of(Policy.unread(resource.address()));
        }
        if (resource.type().equals("aws_lambda_alias")) {
            return graph.target(resource.at("function_name"), "aws_lambda_function")
                    .flatMap(this::of);
        }
        var parts = new ArrayList<Policy>();
        var own = resource.at(resource.type().equals("aws_iam_role") ? "assume_role_policy" : "policy");
        boolean written =
                !own.isAbsent() && own.asText().filter(String::isEmpty).isEmpty() && !isLeftToAws(resource, own);
        if (written) {
            parts.add(reader.read(resource.address(), own));
        }
        boolean replaced = written;
        for (var holder : held.getOrDefault(resource.address(), List.of())) {
            parts.add(held(holder, resource));
            replaced |= !holder.type().equals("aws_kms_grant");
        }
        if (!replaced) {
            byDefault(resource).ifPresent(parts::addFirst);
        }
        return parts.size() > 1
                ? Optional.of(together(resource, parts))
                : parts.stream().findFirst();
    }

    /** A plan says of what nobody wrote that it will be known later; of what is new that is AWS's own. */
    private boolean isLeftToAws(Resource resource, Value policy) {
        return graph.origin() == Origin.PLAN
                && resource.before().isEmpty()
                && policy instanceof Value.Unknown
                && policy.references().isEmpty();
    }

    private static Policy together(Resource resource, List<Policy> parts) {
        var missing = parts.stream().allMatch(Policy::complete) ? Policy.Missing.NOTHING : Policy.Missing.ANYTHING;
        return new Policy(
                resource.address(),
                parts.stream().flatMap(part -> part.statements().stream()).toList(),
                missing,
                parts.stream().anyMatch(Policy::variables));
    }

    private Policy held(Resource holder, Resource owner) {
        return switch (holder.type()) {
            case "aws_lambda_permission" -> Policy.of(holder.address(), List.of(permission(holder, owner)));
            case "aws_kms_grant" -> Policy.of(holder.address(), List.of(grant(holder)));
            default -> reader.read(holder.address(), holder.at("policy"));
        };
    }

    private static Optional<Policy> byDefault(Resource resource) {
        var everything = new Patterns(false, List.of(Value.text("*")), true);
        return switch (resource.type()) {
            case "aws_kms_key" -> {
                var root = new Principals.Name(Principals.Kind.AWS, Accounts.root(Arns.account()));
                var delegates = Statement.of(Effect.ALLOW, Patterns.of("kms:*"), everything)
                        .about(new Principals(false, List.of(root), true));
                yield Optional.of(Policy.of(resource.address() + "'s default policy", List.of(delegates)));
            }
            case "aws_sns_topic" -> {
                var anyone = new Principals.Name(Principals.Kind.AWS, Value.text("*"));
                var owner = Statement.of(
                                Effect.ALLOW, Patterns.of(DEFAULT_OF_A_TOPIC.toArray(String[]::new)), everything)
                        .about(new Principals(false, List.of(anyone), true))
                        .when(new Condition("StringEquals", "aws:SourceOwner", List.of(Arns.account()), true));
                yield Optional.of(Policy.of(resource.address() + "'s default policy", List.of(owner)));
            }
            default -> Optional.empty();
        };
    }

    /** What {@code lambda:AddPermission} makes of its parameters (AWS, "AddPermission"). */
    private Statement permission(Resource permission, Resource function) {
        var principal = permission.at("principal");
        var names = new ArrayList<Principals.Name>();
        principal.each().stream()
                .filter(Value.Text.class::isInstance)
                .map(Value.Text.class::cast)
                .forEach(text -> names.add(new Principals.Name(
                        text.toString().contains(".") && text.literal().isPresent()
                                ? Principals.Kind.SERVICE
                                : Principals.Kind.AWS,
                        text)));
        var statement = new Statement(
                permission.at("statement_id").asText(),
                Effect.ALLOW,
                Optional.of(new Principals(false, names, principal.isKnown())),
                PolicyReader.patterns(false, permission.at("action")),
                new Patterns(false, List.of(qualified(function, permission.at("qualifier"))), true),
                List.of());
        statement = under(statement, "ArnLike", "aws:SourceArn", permission.at("source_arn"));
        statement = under(statement, "StringEquals", "aws:SourceAccount", permission.at("source_account"));
        statement = under(statement, "StringEquals", "aws:PrincipalOrgID", permission.at("principal_org_id"));
        statement =
                under(statement, "StringEquals", "lambda:FunctionUrlAuthType", permission.at("function_url_auth_type"));
        return under(statement, "StringEquals", "lambda:EventSourceToken", permission.at("event_source_token"));
    }

    private Value.Text qualified(Resource function, Value qualifier) {
        var arn = Value.symbol(function.address(), "arn");
        if (qualifier.isAbsent() || qualifier.asText().filter(String::isEmpty).isPresent()) {
            return arn;
        }
        return Arns.under(
                arns.of(function).orElse(arn),
                qualifier instanceof Value.Text text ? text : Value.symbol(function.address(), "qualifier"));
    }

    /** A grant allows like a statement, under what constraints it has. */
    private static Statement grant(Resource grant) {
        var operations = PolicyReader.patterns(false, grant.at("operations"));
        var grantee = PolicyReader.texts(grant.at("grantee_principal"));
        var statement = new Statement(
                grant.at("name").asText(),
                Effect.ALLOW,
                Optional.of(new Principals(
                        false,
                        grantee.read().stream()
                                .map(text -> new Principals.Name(Principals.Kind.AWS, text))
                                .toList(),
                        grantee.whole())),
                new Patterns(
                        false,
                        operations.texts().stream()
                                .map(operation -> new Value.Text(joined("kms:", operation)))
                                .toList(),
                        operations.whole()),
                Patterns.of("*"),
                List.of());
        return grant.at("constraints").isAbsent()
                ? statement
                : statement.when(new Condition("GrantConstraints", "kms:EncryptionContextKeys", List.of(), false));
    }

    private static List<Piece> joined(String first, Value.Text then) {
        var pieces = new ArrayList<Piece>();
        pieces.add(new Piece.Literal(first));
        pieces.addAll(then.pieces());
        return pieces;
    }

    private static Statement under(Statement statement, String operator, String key, Value value) {
        if (value.isAbsent()) {
            return statement;
        }
        var texts = PolicyReader.texts(value);
        return statement.when(new Condition(operator, key, texts.read(), texts.whole()));
    }
}
