package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Markdown.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.infra.Synthesized;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may do what by a stack's policies, statement by statement.
 *
 * @param stack whose policies they are
 */
record Rights(Synthesized stack) {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ROLE = "aws_iam_role";
    private static final String ROLE_POLICY = "aws_iam_role_policy";
    private static final String KEY = "aws_kms_key";
    private static final String PERMISSION = "aws_lambda_permission";

    /** Which attribute holds the policy of what has one. */
    static final Map<String, String> POLICIES = Map.of(
            ROLE,
            "assume_role_policy",
            ROLE_POLICY,
            "policy",
            KEY,
            "policy",
            "aws_s3_bucket_policy",
            "policy",
            "aws_sns_topic_policy",
            "policy",
            "aws_sqs_queue",
            "policy",
            "aws_sqs_queue_policy",
            "policy");

    /** Who may take a role. */
    List<List<String>> ofWhoTakesRoles() {
        return byStatement(ROLE, (name, statement) -> List.of(code(name), who(statement), does(statement)));
    }

    /** What a role may do. */
    List<List<String>> ofRoles() {
        return byStatement(
                ROLE_POLICY,
                (name, statement) -> List.of(
                        code(name),
                        statement.path("Sid").asText(),
                        does(statement),
                        words(statement.path("Resource")),
                        words(statement.path("Condition"))));
    }

    /** Who may use a key for what. Its resource is that key. */
    List<List<String>> ofKeys() {
        return byStatement(
                KEY,
                (name, statement) -> List.of(
                        code(name),
                        statement.path("Sid").asText(),
                        who(statement),
                        does(statement),
                        words(statement.path("Condition"))));
    }

    /** Who may do what with a function, queue, topic or bucket by its own policy. */
    List<List<String>> ofResources() {
        var rows = new ArrayList<List<String>>();
        stack.all(PERMISSION).values().stream().map(Rights::permission).forEach(rows::add);
        POLICIES.keySet().stream()
                .filter(type -> !List.of(ROLE, ROLE_POLICY, KEY).contains(type))
                .sorted()
                .flatMap(type -> byStatement(
                        type,
                        (name, statement) -> List.of(
                                code(type + "." + name),
                                who(statement),
                                does(statement),
                                words(statement.path("Resource")),
                                words(statement.path("Condition"))))
                        .stream())
                .forEach(rows::add);
        return List.copyOf(rows);
    }

    /** It says in attributes what a policy says in a statement. */
    private static List<String> permission(JsonNode permission) {
        var conditions = new TreeMap<String, String>();
        for (var condition : List.of("source_account", "source_arn")) {
            if (permission.has(condition)) {
                conditions.put(condition, words(permission.get(condition)));
            }
        }
        return List.of(
                Synthesized.references(permission.get("function_name")).stream()
                        .map(Markdown::code)
                        .collect(Collectors.joining()),
                "Service " + words(permission.get("principal")),
                words(permission.get("action")),
                "its alias " + words(permission.path("qualifier")),
                conditions.entrySet().stream()
                        .map(condition -> condition.getKey() + " " + condition.getValue())
                        .collect(Collectors.joining("; ")));
    }

    private interface Row {
        List<String> of(String name, JsonNode statement);
    }

    private List<List<String>> byStatement(String type, Row row) {
        var rows = new ArrayList<List<String>>();
        stack.all(type).forEach((name, resource) -> {
            var policy = resource.get(POLICIES.get(type));
            if (policy != null) {
                statements(policy).forEach(statement -> rows.add(row.of(name, statement)));
            }
        });
        return List.copyOf(rows);
    }

    private static String who(JsonNode statement) {
        return words(statement.path("Principal"));
    }

    private static String does(JsonNode statement) {
        var effect = statement.path("Effect").asText().equals("Deny") ? "**not** " : "";
        return effect + words(statement.path("Action"));
    }

    /** Texts of a part of a policy, each once, shortened by what is the same everywhere. */
    private static String words(JsonNode part) {
        if (part.isMissingNode() || (part.isEmpty() && part.isContainerNode())) {
            return "";
        }
        if (part.isObject()) {
            return part.properties().stream()
                    .map(member -> member.getKey() + " " + words(member.getValue()))
                    .collect(Collectors.joining("; "));
        }
        return part.isArray()
                ? part.valueStream().map(Rights::words).collect(Collectors.joining(", "))
                : code(shortened(part.asText()));
    }

    private static String shortened(String text) {
        return text.replace("${data.aws_partition.current.partition}", "aws")
                .replace("${data.aws_region.current.name}", "REGION")
                .replace("${data.aws_caller_identity.current.account_id}", "ACCOUNT")
                .replace("${data.aws_partition.current.dns_suffix}", "amazonaws.com")
                .replaceAll("\\$\\{(aws_[a-z0-9_.]+)}", "$1");
    }

    private static Stream<JsonNode> statements(JsonNode policy) {
        try {
            return JSON.readTree(policy.asText()).get("Statement").valueStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
