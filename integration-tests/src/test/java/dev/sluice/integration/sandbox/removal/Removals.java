package dev.sluice.integration.sandbox.removal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that can be taken out of a deployment by itself, one after the other. */
public final class Removals {

    /** Rights that the one who deploys needs, and services with a grant: nothing that runs asks for them. */
    private static final Set<String> OF_THE_DEPLOYER = Set.of("AdministeredByThisAccount", "GrantedToServices");

    /** Resources that hold a policy of their own. */
    private static final List<String> WITH_POLICY = List.of("aws_kms_key", "aws_sqs_queue", "aws_sns_topic_policy");

    /** What else holds policies, and would have to be taken apart here once something of it is deployed. */
    private static final List<String> NOT_KNOWN = List.of(
            "aws_iam_policy",
            "aws_iam_role_policy_attachment",
            "aws_sqs_queue_policy",
            "aws_kms_key_policy",
            "aws_secretsmanager_secret_policy",
            "aws_dynamodb_resource_policy");

    private final Deployment deployment;

    private Removals(Deployment deployment) {
        this.deployment = deployment;
    }

    /** All of them, in an order that is the same for each deploy. */
    public static List<Removal> of(Deployment deployment) {
        NOT_KNOWN.forEach(type -> {
            if (deployment.of(type).findAny().isPresent()) {
                throw new IllegalStateException(
                        "an " + type + " was deployed; how one is taken away is not known here");
            }
        });
        var all = new Removals(deployment);
        return Stream.of(
                        all.actions(),
                        all.statements(),
                        all.denials(),
                        all.trusts(),
                        all.variables(),
                        all.wiring(),
                        all.routes(),
                        all.alarms())
                .flatMap(List::stream)
                .toList();
    }

    /** What is deployed without an action of a role, in whichever of its statements that is. */
    public static Deployment ofAction(Deployment deployment, String role, String action) {
        return new Removals(deployment)
                .actions().stream()
                        .filter(removal -> removal.what().startsWith(role + ": " + action + " "))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(role + " may not " + action))
                        .after()
                        .get();
    }

    private List<Removal> actions() {
        var found = new ArrayList<Removal>();
        deployment.of("aws_iam_role_policy").forEach(policy -> {
            var statements = State.parsed(policy.need("policy")).get("Statement");
            for (int s = 0; s < statements.size(); s++) {
                var statement = statements.get(s);
                for (var action : texts(statement.get("Action"))) {
                    found.add(action(policy, s, statement, action));
                }
            }
        });
        return found;
    }

    private Removal action(Stated policy, int index, JsonNode statement, String action) {
        return new Removal(
                Removal.Kind.ACTION,
                policy.need("role") + ": " + action + " ("
                        + statement.path("Sid").asText() + ")",
                List.of(action),
                () -> State.policy(deployment, policy.address(), "policy", statements -> {
                    var left = texts(statement.get("Action")).stream()
                            .filter(each -> !each.equals(action))
                            .toList();
                    if (left.isEmpty()) {
                        statements.remove(index);
                    } else {
                        var actions = ((ObjectNode) statements.get(index)).putArray("Action");
                        left.forEach(actions::add);
                    }
                }));
    }

    /** IAM takes one text as well as a list of them. */
    private static List<String> texts(JsonNode node) {
        var found = new ArrayList<String>();
        if (node.isTextual()) {
            found.add(node.asText());
        }
        node.forEach(each -> found.add(each.asText()));
        return found;
    }

    private List<Removal> statements() {
        var found = new ArrayList<Removal>();
        for (var type : WITH_POLICY) {
            deployment
                    .of(type)
                    .forEach(resource -> resource.text("policy").ifPresent(text -> {
                        var statements = State.parsed(text).get("Statement");
                        for (int s = 0; s < statements.size(); s++) {
                            var sid = statements.get(s).path("Sid").asText();
                            if (!OF_THE_DEPLOYER.contains(sid)) {
                                found.add(statement(
                                        resource,
                                        s,
                                        sid,
                                        texts(statements.get(s).get("Action"))));
                            }
                        }
                    }));
        }
        return found;
    }

    private Removal statement(Stated resource, int index, String sid, List<String> actions) {
        return new Removal(
                Removal.Kind.STATEMENT,
                resource.address() + ": " + sid,
                // What an alarm may not do any more is told by the trouble that nobody hears of.
                Stream.concat(actions.stream(), Stream.of("nobody is told")).toList(),
                () -> State.policy(deployment, resource.address(), "policy", all -> all.remove(index)));
    }

    /** What a bucket's policy denies whoever may do it otherwise. */
    private List<Removal> denials() {
        var found = new ArrayList<Removal>();
        deployment.of("aws_s3_bucket_policy").forEach(resource -> {
            var statements = State.parsed(resource.need("policy")).get("Statement");
            for (int s = 0; s < statements.size(); s++) {
                int index = s;
                found.add(new Removal(
                        Removal.Kind.DENIAL,
                        resource.address() + ": "
                                + statements.get(s).path("Sid").asText(),
                        List.of("over an open line"),
                        () -> State.policy(deployment, resource.address(), "policy", all -> all.remove(index))));
            }
        });
        return found;
    }

    private List<Removal> trusts() {
        return deployment
                .of("aws_iam_role")
                .map(role -> new Removal(
                        Removal.Kind.TRUST,
                        role.need("name"),
                        List.of("sts:AssumeRole"),
                        () -> State.policy(deployment, role.address(), "assume_role_policy", ArrayNode::removeAll)))
                .toList();
    }

    private List<Removal> variables() {
        var found = new ArrayList<Removal>();
        for (var function : deployment.functions()) {
            for (var variable : function.variables().keySet().stream().sorted().toList()) {
                found.add(new Removal(
                        Removal.Kind.VARIABLE,
                        function.name() + ": " + variable,
                        List.of(variable),
                        () -> State.changed(
                                deployment,
                                function.address(),
                                values -> ((ObjectNode) values.at("/environment/0/variables")).remove(variable))));
            }
        }
        return found;
    }

    private List<Removal> wiring() {
        var found = new ArrayList<Removal>();
        deployment.of("aws_sns_topic_subscription").forEach(subscription -> {
            found.add(gone(Removal.Kind.SUBSCRIPTION, subscription, "no subscription"));
            found.add(emptied(Removal.Kind.REDRIVE, subscription, "redrive_policy", "has no queue"));
        });
        deployment.of("aws_lambda_event_source_mapping").forEach(source -> {
            found.add(gone(Removal.Kind.SOURCE, source, "has no event source mapping"));
            attribute(found, Removal.Kind.FILTER, source, "filter_criteria", "filters too little");
            attribute(
                    found,
                    Removal.Kind.PARTIAL_FAILURES,
                    source,
                    "function_response_types",
                    "does not report failures");
            attribute(
                    found,
                    Removal.Kind.FAILURE_DESTINATION,
                    source,
                    "destination_config",
                    "no destination for failures");
        });
        deployment
                .of("aws_lambda_function")
                .filter(function -> !function.at("dead_letter_config").isEmpty())
                .forEach(function -> found.add(emptied(
                        Removal.Kind.DEAD_LETTER_TARGET, function, "dead_letter_config", "no dead-letter target")));
        deployment
                .of("aws_cloudwatch_event_target")
                .forEach(each -> found.add(gone(Removal.Kind.SCHEDULE, each, "no schedule's target")));
        deployment
                .of("aws_lambda_permission")
                .forEach(each -> found.add(gone(Removal.Kind.PERMISSION, each, "lambda:InvokeFunction")));
        deployment
                .of("aws_api_gateway_usage_plan_key")
                .forEach(each -> found.add(gone(Removal.Kind.USAGE_PLAN, each, "x-api-key")));
        return found;
    }

    /** A queue's source has no destination for failures, and not every source filters. */
    private void attribute(List<Removal> into, Removal.Kind kind, Stated source, String attribute, String named) {
        if (!source.at(attribute).isEmpty()) {
            into.add(emptied(kind, source, attribute, named));
        }
    }

    private List<Removal> routes() {
        var found = new ArrayList<Removal>();
        deployment
                .of("aws_api_gateway_rest_api")
                .forEach(api -> State.parsed(api.need("body"))
                        .get("paths")
                        .fieldNames()
                        .forEachRemaining(path -> found.add(new Removal(
                                Removal.Kind.ROUTE,
                                path,
                                List.of("404", "nothing at this path"),
                                () -> State.changed(deployment, api.address(), values -> {
                                    var body = (ObjectNode)
                                            State.parsed(values.get("body").asText());
                                    ((ObjectNode) body.get("paths")).remove(path);
                                    values.put("body", body.toString());
                                })))));
        return found;
    }

    private List<Removal> alarms() {
        return deployment
                .of("aws_cloudwatch_metric_alarm")
                .map(alarm -> new Removal(
                        Removal.Kind.ALARM,
                        alarm.need("alarm_name"),
                        List.of("nobody is told"),
                        () -> State.without(deployment, alarm.address())))
                .toList();
    }

    private Removal gone(Removal.Kind kind, Stated resource, String named) {
        return new Removal(
                kind, resource.address(), List.of(named), () -> State.without(deployment, resource.address()));
    }

    private Removal emptied(Removal.Kind kind, Stated resource, String attribute, String named) {
        return new Removal(
                kind,
                resource.address(),
                List.of(named),
                () -> State.changed(deployment, resource.address(), values -> values.remove(attribute)));
    }
}
