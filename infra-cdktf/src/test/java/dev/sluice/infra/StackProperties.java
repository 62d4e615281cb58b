package dev.sluice.infra;

import static dev.sluice.infra.Synthesized.references;
import static dev.sluice.infra.Synthesized.statements;
import static dev.sluice.infra.TransactionsStackTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.infra.settings.AnySettings;
import dev.sluice.infra.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds whatever is chosen; each try synthesizes a stack of its own. */
class StackProperties {

    private static final int TRIES = 20;

    /** Where what keeps something names the key. */
    private static final Map<String, String> KEEPERS = Map.of(
            "aws_sqs_queue", "/kms_master_key_id",
            "aws_sns_topic", "/kms_master_key_id",
            "aws_cloudwatch_log_group", "/kms_key_id",
            "aws_secretsmanager_secret", "/kms_key_id",
            "aws_dynamodb_table", "/server_side_encryption/kms_key_arn");

    private static final Map<String, String> KEEPERS_OF_THE_WATCH = Map.of(
            "aws_sqs_queue", "/kms_master_key_id",
            "aws_sns_topic", "/kms_master_key_id",
            "aws_cloudwatch_log_group", "/kms_key_id",
            "aws_s3_bucket_server_side_encryption_configuration",
                    "/rule/0/apply_server_side_encryption_by_default/kms_master_key_id",
            "aws_dynamodb_table", "/server_side_encryption/kms_key_arn");

    /** What has a name in the account, and where it says so. */
    private static final Map<String, String> NAMES = Map.of(
            "aws_lambda_function", "function_name",
            "aws_sqs_queue", "name",
            "aws_sns_topic", "name",
            "aws_dynamodb_table", "name",
            "aws_iam_role", "name",
            "aws_cloudwatch_log_group", "name",
            "aws_cloudwatch_metric_alarm", "alarm_name",
            "aws_kms_alias", "name",
            "aws_api_gateway_rest_api", "name",
            "aws_cloudwatch_dashboard", "dashboard_name");

    private static final Map<String, String> NAMES_OF_THE_WATCH = Map.of(
            "aws_lambda_function", "function_name",
            "aws_sqs_queue", "name",
            "aws_sns_topic", "name",
            "aws_dynamodb_table", "name",
            "aws_iam_role", "name",
            "aws_cloudwatch_log_group", "name",
            "aws_cloudwatch_metric_alarm", "alarm_name",
            "aws_kms_alias", "name",
            "aws_cloudwatch_event_rule", "name",
            "aws_s3_bucket", "bucket");

    private static final Set<String> WRITES_OF_LOGS =
            Set.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents");

    private static final Pattern REGION = Pattern.compile("\\b(us|eu|ap|sa|ca|me|af|il|mx)(-gov)?-[a-z]+-[0-9]\\b");
    private static final Pattern ACCOUNT = Pattern.compile("\\b[0-9]{12}\\b");
    private static final Pattern PARTITION = Pattern.compile("arn:aws[a-z-]*:");

    @Provide
    static Arbitrary<Settings> anySettings() {
        return AnySettings.valid();
    }

    /** One synthesis takes a quarter of a second, so all laws look at the same. */
    @Property(tries = TRIES)
    void theLawsOfTheStackHold(@ForAll("anySettings") Settings settings) {
        var stack = Synthesized.of(Synthesized.Stack.TRANSACTIONS, settings);
        theLawsOfAnyStackHold(stack, Pipeline.BLUEPRINT, "operations", settings);
        theGatewayInvokesThroughTheAliasToo(stack);
        everythingThatIsKeptIsEncryptedWithTheStacksKey(stack, "pipeline", KEEPERS);
        everyNameEndsWithTheSuffix(stack, settings, NAMES);
    }

    /** The same of what watches it, under the same settings: an account holds both. */
    @Property(tries = TRIES)
    void theLawsOfTheWatchHold(@ForAll("anySettings") Settings settings) {
        var stack = Synthesized.of(Synthesized.Stack.COMPLIANCE, settings);
        theLawsOfAnyStackHold(stack, Compliance.BLUEPRINT, "compliance_operations", settings);
        everythingThatIsKeptIsEncryptedWithTheStacksKey(stack, "compliance", KEEPERS_OF_THE_WATCH);
        everyNameEndsWithTheSuffix(stack, settings, NAMES_OF_THE_WATCH);
    }

    private static void theLawsOfAnyStackHold(
            Synthesized stack, Blueprint blueprint, String operations, Settings settings) {
        everyFunctionIsWholeWhateverIsChosen(stack, blueprint, operations, settings);
        whatIsConfiguredIsPermittedAndNothingElseIs(stack);
        nothingInvokesAFunctionButThroughItsAlias(stack);
        noActionIsAPatternAndNoResourceButWhereThereIsNone(stack);
        noRegionAccountOrPartitionIsWrittenDown(stack);
        whatIsReferredToIsThereAndNothingRefersToItself(stack);
    }

    private static void everyFunctionIsWholeWhateverIsChosen(
            Synthesized stack, Blueprint blueprint, String operations, Settings settings) {
        assertThat(stack.all("aws_lambda_function"))
                .hasSize(blueprint.functions().size())
                .allSatisfy((name, function) -> {
                    var deployed = "sluice-" + name + "-" + settings.suffix();
                    assertThat(function.get("function_name").asText()).isEqualTo(deployed);
                    assertThat(stack.one("aws_cloudwatch_log_group", name)
                                    .get("name")
                                    .asText())
                            .isEqualTo("/aws/lambda/" + deployed);
                    assertThat(function.at("/tracing_config/mode").asText()).isEqualTo("Active");
                    assertThat(function.get("publish").asBoolean()).isTrue();
                    var alias = stack.one("aws_lambda_alias", name);
                    assertThat(alias.get("name").asText()).isEqualTo("live");
                    assertThat(alias.get("function_version").asText())
                            .isEqualTo("${aws_lambda_function." + name + ".version}");
                    mayFailIntoItsTarget(stack, name, function);
                    mayTrace(stack, name);
                    writesItsOwnLogAlone(stack, name);
                    waitsForItsRights(stack, name, function);
                    isWatched(stack, deployed, operations);
                    assertThat(function.has("snap_start")
                                    && stack.all("aws_lambda_provisioned_concurrency_config")
                                            .containsKey(name))
                            .as("a version is kept warm or starts from a snapshot, never both")
                            .isFalse();
                });
    }

    private static void whatIsConfiguredIsPermittedAndNothingElseIs(Synthesized stack) {
        assertThat(stack.all("aws_lambda_function")).allSatisfy((name, function) -> {
            var named = references(function.at("/environment/variables"));
            var permitted = new HashSet<String>();
            statements(stack.one("aws_iam_role_policy", name).get("policy"))
                    .forEach(s -> permitted.addAll(references(s.get("Resource"))));
            assertThat(permitted).containsAll(named);
            var known = new HashSet<>(named);
            known.addAll(references(function));
            stack.all("aws_kms_key").keySet().forEach(key -> known.add("aws_kms_key." + key));
            known.add("aws_cloudwatch_log_group." + name);
            stack.all("aws_secretsmanager_secret").keySet().forEach(s -> known.add("aws_secretsmanager_secret." + s));
            stack.all("aws_lambda_event_source_mapping").values().stream()
                    .filter(source ->
                            source.get("function_name").asText().equals("${aws_lambda_alias." + name + ".arn}"))
                    .forEach(source -> known.addAll(references(source)));
            assertThat(known).as("rights without a use: " + name).containsAll(permitted);
        });
    }

    private static void nothingInvokesAFunctionButThroughItsAlias(Synthesized stack) {
        assertThat(stack.all("aws_lambda_permission").values()).isNotEmpty().allSatisfy(permission -> {
            assertThat(permission.get("qualifier").asText()).matches("\\$\\{aws_lambda_alias\\.[a-z_]+\\.name}");
            assertThat(permission.has("statement_id_prefix")).isTrue();
            assertThat(permission.at("/lifecycle/create_before_destroy").asBoolean())
                    .isTrue();
        });
        assertThat(stack.all("aws_lambda_event_source_mapping").values())
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.get("function_name").asText())
                        .matches("\\$\\{aws_lambda_alias\\.[a-z_]+\\.arn}"));
        assertThat(stack.all("aws_cloudwatch_event_target").values())
                .allSatisfy(t -> assertThat(t.get("arn").asText()).matches("\\$\\{aws_lambda_alias\\.[a-z_]+\\.arn}"));
    }

    private static void theGatewayInvokesThroughTheAliasToo(Synthesized stack) {
        assertThat(stack.all("aws_sns_topic_subscription").values())
                .filteredOn(s -> s.get("protocol").asText().equals("lambda"))
                .isNotEmpty()
                .allSatisfy(
                        s -> assertThat(s.get("endpoint").asText()).matches("\\$\\{aws_lambda_alias\\.[a-z_]+\\.arn}"));
        assertThat(stack.one("aws_api_gateway_rest_api", "api").get("body").asText())
                .contains("${aws_lambda_alias.validator.invoke_arn}", "${aws_lambda_alias.query.invoke_arn}")
                .doesNotContain("aws_lambda_function.");
    }

    private static void noActionIsAPatternAndNoResourceButWhereThereIsNone(Synthesized stack) {
        assertThat(stack.policies()).isNotEmpty().allSatisfy(statement -> {
            if (statement.get("Effect").asText().equals("Deny")) {
                return;
            }
            assertThat(texts(statement.get("Action")))
                    .allSatisfy(action -> assertThat(action).doesNotContain("*"));
            assertThat(statement.path("Principal").toString()).doesNotContain("*");
            if (statement.has("Resource") && texts(statement.get("Resource")).contains("*")) {
                assertThat(statement.has("Principal")
                                || WithoutResources.ACTIONS.keySet().containsAll(texts(statement.get("Action"))))
                        .as("only what knows no resource and a key's own policy name every one: " + statement)
                        .isTrue();
            }
        });
    }

    private static void noRegionAccountOrPartitionIsWrittenDown(Synthesized stack) {
        var json = stack.json().deepCopy();
        ((ObjectNode) json).remove("provider");
        ((ObjectNode) json.get("terraform")).remove("backend");
        assertThat(json.toString()).doesNotContainPattern(REGION).doesNotContainPattern(PARTITION);
        assertThat(json.toString().replaceAll("\"//\":\\{[^}]*}}?", "")).doesNotContainPattern(ACCOUNT);
    }

    private static void everythingThatIsKeptIsEncryptedWithTheStacksKey(
            Synthesized stack, String key, Map<String, String> keepers) {
        keepers.forEach((type, place) -> assertThat(stack.all(type))
                .isNotEmpty()
                .allSatisfy((name, resource) -> assertThat(resource.at(place).asText())
                        .as(type + "." + name)
                        .isEqualTo("${aws_kms_key." + key + ".arn}")));
    }

    private static void everyNameEndsWithTheSuffix(Synthesized stack, Settings settings, Map<String, String> names) {
        names.forEach((type, member) -> assertThat(stack.all(type).values())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.get(member).asText()).endsWith("-" + settings.suffix())));
    }

    private static void whatIsReferredToIsThereAndNothingRefersToItself(Synthesized stack) {
        var graph = new TreeMap<String, Set<String>>();
        stack.json()
                .at("/resource")
                .properties()
                .forEach(type -> type.getValue().properties().forEach(resource -> {
                    var needs = references(resource.getValue());
                    resource.getValue().path("depends_on").forEach(d -> needs.add(d.asText()));
                    graph.put(type.getKey() + "." + resource.getKey(), needs);
                }));
        assertThat(graph)
                .allSatisfy((address, needs) ->
                        assertThat(graph.keySet()).as(address).containsAll(needs));
        var done = new HashSet<String>();
        while (done.size() < graph.size()) {
            var ready = graph.entrySet().stream()
                    .filter(e -> !done.contains(e.getKey()) && done.containsAll(e.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(ready).as("a cycle among " + graph.keySet()).isNotEmpty();
            done.addAll(ready);
        }
    }

    private static void mayFailIntoItsTarget(Synthesized stack, String name, JsonNode function) {
        var target = function.at("/dead_letter_config/target_arn").asText();
        assertThat(target).matches("\\$\\{aws_sqs_queue\\.[a-z_]+_dlq\\.arn}");
        assertThat(statements(stack.one("aws_iam_role_policy", name).get("policy")))
                .anySatisfy(s -> {
                    assertThat(texts(s.get("Action"))).contains("sqs:SendMessage");
                    assertThat(texts(s.get("Resource"))).contains(target);
                });
    }

    private static void mayTrace(Synthesized stack, String name) {
        assertThat(statements(stack.one("aws_iam_role_policy", name).get("policy")))
                .filteredOn(StackProperties::isTracing)
                .hasSize(1);
    }

    private static boolean isTracing(JsonNode statement) {
        return texts(statement.get("Action")).equals(List.of("xray:PutTelemetryRecords", "xray:PutTraceSegments"));
    }

    private static void writesItsOwnLogAlone(Synthesized stack, String name) {
        assertThat(statements(stack.one("aws_iam_role_policy", name).get("policy")))
                .filteredOn(s -> texts(s.get("Action")).stream().anyMatch(WRITES_OF_LOGS::contains))
                .singleElement()
                .satisfies(s -> {
                    assertThat(texts(s.get("Action")))
                            .containsExactlyInAnyOrder("logs:CreateLogStream", "logs:PutLogEvents");
                    assertThat(texts(s.get("Resource")))
                            .containsExactly("${aws_cloudwatch_log_group." + name + ".arn}:*");
                });
    }

    private static void waitsForItsRights(Synthesized stack, String name, JsonNode function) {
        var role = "${aws_iam_role." + name + ".id}";
        var policies = stack.all("aws_iam_role_policy").entrySet().stream()
                .filter(p -> p.getValue().get("role").asText().equals(role))
                .map(p -> "aws_iam_role_policy." + p.getKey())
                .toList();
        assertThat(policies).isNotEmpty();
        assertThat(texts(function.get("depends_on")))
                .contains("aws_cloudwatch_log_group." + name)
                .containsAll(policies);
    }

    private static void isWatched(Synthesized stack, String deployed, String operations) {
        var watching = stack.all("aws_cloudwatch_metric_alarm").values().stream()
                .filter(a -> a.toString().contains("\"FunctionName\":\"" + deployed + "\""))
                .toList();
        assertThat(watching)
                .flatExtracting(a -> a.has("metric_name")
                        ? List.of(a.get("metric_name").asText())
                        : a.get("metric_query")
                                .valueStream()
                                .map(q -> q.at("/metric/metric_name").asText())
                                .toList())
                .contains("Errors", "Throttles", "Duration", "RecursiveInvocationsDropped");
        assertThat(watching)
                .allSatisfy(a -> assertThat(texts(a.get("alarm_actions")))
                        .containsExactly("${aws_sns_topic." + operations + ".arn}"));
    }
}
