package dev.sluice.infra;

import static dev.sluice.infra.Synthesized.statements;
import static dev.sluice.infra.TransactionsStackTest.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.blueprint.Compliance;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.settings.Unusable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Terraform that the blueprint of the watch becomes; its bucket and its rights have tests of their own. */
class ComplianceStackTest {

    private static final String IN_ACCOUNT =
            ":${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:";

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void itsFunctionsAreThoseOfTheBlueprintAndReserveNothing(String preset) {
        var functions = Watch.in(preset).all("aws_lambda_function");
        assertThat(functions).containsOnlyKeys("scanner", "remediator");
        assertThat(functions).allSatisfy((name, f) -> {
            var function = Compliance.BLUEPRINT.function(name).orElseThrow();
            assertThat(f.get("handler").asText()).isEqualTo(function.handler());
            assertThat(f.get("memory_size").asInt()).isEqualTo(function.memoryMegabytes());
            assertThat(f.get("timeout").asLong()).isEqualTo(function.timeout().toSeconds());
            assertThat(f.get("runtime").asText()).isEqualTo("java21");
            assertThat(texts(f.get("architectures"))).containsExactly("arm64");
            assertThat(f.at("/tracing_config/mode").asText()).isEqualTo("Active");
            assertThat(f.has("snap_start") || f.has("reserved_concurrent_executions"))
                    .as("nobody waits for it, and it takes nothing from what it watches")
                    .isFalse();
            assertThat(texts(f.get("depends_on")))
                    .containsExactlyInAnyOrder("aws_cloudwatch_log_group." + name, "aws_iam_role_policy." + name);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void aLogIsKeptForThirtyDays(String preset) {
        assertThat(Watch.in(preset).all("aws_cloudwatch_log_group"))
                .containsOnlyKeys("scanner", "remediator")
                .allSatisfy((name, group) -> {
                    assertThat(group.get("name").asText()).isEqualTo("/aws/lambda/sluice-" + name + "-" + preset);
                    assertThat(group.get("retention_in_days").asInt()).isEqualTo(30);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void whatFailsGoesWhereItsFunctionMaySendIt(String preset) {
        var stack = Watch.in(preset);
        Map.of("scanner", "scanner_dlq", "remediator", "repairs_dlq").forEach((function, queue) -> {
            var target = "${aws_sqs_queue." + queue + ".arn}";
            assertThat(stack.one("aws_lambda_function", function)
                            .at("/dead_letter_config/target_arn")
                            .asText())
                    .isEqualTo(target);
            assertThat(statements(stack.one("aws_iam_role_policy", function).get("policy")))
                    .filteredOn(s -> texts(s.get("Resource")).contains(target))
                    .singleElement()
                    .satisfies(s -> assertThat(texts(s.get("Action"))).containsExactly("sqs:SendMessage"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void theClockAloneMayInvokeTheScannerAndThroughItsAlias(String preset) {
        var stack = Watch.in(preset);
        assertThat(stack.all("aws_lambda_permission")).containsOnlyKeys("scanner_from_scan");
        var permission = stack.one("aws_lambda_permission", "scanner_from_scan");
        assertThat(permission.get("principal").asText()).isEqualTo("events.amazonaws.com");
        assertThat(permission.get("source_arn").asText()).isEqualTo("${aws_cloudwatch_event_rule.scan.arn}");
        assertThat(permission.get("qualifier").asText()).isEqualTo("${aws_lambda_alias.scanner.name}");
        var target = stack.one("aws_cloudwatch_event_target", "scanner_from_scan");
        assertThat(target.get("rule").asText()).isEqualTo("${aws_cloudwatch_event_rule.scan.name}");
        assertThat(target.get("arn").asText()).isEqualTo("${aws_lambda_alias.scanner.arn}");
        assertThat(texts(target.get("depends_on"))).containsExactly("aws_lambda_permission.scanner_from_scan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void itIsScannedEveryHourAndACallIsTriedNoLongerThanUntilTheNext(String preset) {
        var rule = Watch.in(preset).one("aws_cloudwatch_event_rule", "scan");
        assertThat(rule.get("schedule_expression").asText()).isEqualTo("rate(60 minutes)");
        assertThat(rule.get("state").asText()).isEqualTo("ENABLED");
        var target = Watch.in(preset).one("aws_cloudwatch_event_target", "scanner_from_scan");
        assertThat(target.at("/retry_policy/maximum_event_age_in_seconds").asInt())
                .isEqualTo(3_600);
        assertThat(target.at("/retry_policy/maximum_retry_attempts").asInt()).isEqualTo(24);
        assertThat(target.at("/dead_letter_config/arn").asText()).isEqualTo("${aws_sqs_queue.scanner_dlq.arn}");
    }

    @Test
    void howOftenAndWhetherAtAllIsChosenAndNoAlarmWaitsForWhatIsSwitchedOff() {
        var stack = Synthesized.ofCompliance("it", "{\"scan_every_minutes\": 10, \"scan_enabled\": false}");
        var rule = stack.one("aws_cloudwatch_event_rule", "scan");
        assertThat(rule.get("schedule_expression").asText()).isEqualTo("rate(10 minutes)");
        assertThat(rule.get("state").asText()).isEqualTo("DISABLED");
        assertThat(stack.one("aws_cloudwatch_event_target", "scanner_from_scan")
                        .at("/retry_policy/maximum_event_age_in_seconds")
                        .asInt())
                .isEqualTo(600);
        assertThat(stack.all("aws_cloudwatch_metric_alarm"))
                .doesNotContainKey("scan_missed")
                .containsKey("scan_schedule_lost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void aDeadLetterStaysFourteenDaysAndComesOnlyFromWhereItMay(String preset) {
        var stack = Watch.in(preset);
        assertThat(stack.all("aws_sqs_queue")).containsOnlyKeys("repairs", "repairs_dlq", "scanner_dlq");
        assertThat(List.of("repairs_dlq", "scanner_dlq")).allSatisfy(name -> {
            var queue = stack.one("aws_sqs_queue", name);
            assertThat(queue.get("message_retention_seconds").asInt()).isEqualTo(1_209_600);
            assertThat(queue.get("visibility_timeout_seconds").asInt()).isEqualTo(300);
        });
        assertThat(allowance(stack, "repairs_dlq"))
                .isEqualTo("{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"arn:"
                        + "${data.aws_partition.current.partition}:sqs" + IN_ACCOUNT + "sluice-repairs-" + preset
                        + "\"]}");
        assertThat(List.of("repairs", "scanner_dlq"))
                .allSatisfy(
                        name -> assertThat(allowance(stack, name)).isEqualTo("{\"redrivePermission\":\"denyAll\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void onlyTheRuleMayPutIntoTheQueueOfCallsThatItCouldNotMake(String preset) {
        var stack = Watch.in(preset);
        assertThat(stack.all("aws_sqs_queue").entrySet())
                .filteredOn(q -> q.getValue().has("policy"))
                .extracting(Map.Entry::getKey)
                .containsExactly("scanner_dlq");
        assertThat(statements(stack.one("aws_sqs_queue", "scanner_dlq").get("policy")))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.at("/Principal/Service").asText()).isEqualTo("events.amazonaws.com");
                    assertThat(texts(s.get("Action"))).containsExactly("sqs:SendMessage");
                    assertThat(texts(s.at("/Condition/ArnEquals/aws:SourceArn")))
                            .containsExactly("arn:${data.aws_partition.current.partition}:events" + IN_ACCOUNT
                                    + "rule/sluice-scan-" + preset);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void requestsToRepairAreTakenOneByOneTwoAtOnceAndHiddenSixTimesAsLongAsOneMayTake(String preset) {
        var queue = Watch.in(preset).one("aws_sqs_queue", "repairs");
        assertThat(queue.get("visibility_timeout_seconds").asInt()).isEqualTo(720);
        assertThat(Synthesized.read(queue.get("redrive_policy").asText()))
                .isEqualTo(Synthesized.read(
                        "{\"deadLetterTargetArn\": \"${aws_sqs_queue.repairs_dlq.arn}\", \"maxReceiveCount\": 5}"));
        var source = Watch.in(preset).one("aws_lambda_event_source_mapping", "remediator_from_repairs");
        assertThat(source.get("event_source_arn").asText()).isEqualTo("${aws_sqs_queue.repairs.arn}");
        assertThat(source.get("function_name").asText()).isEqualTo("${aws_lambda_alias.remediator.arn}");
        assertThat(source.get("batch_size").asInt()).isEqualTo(1);
        assertThat(source.at("/scaling_config/maximum_concurrency").asInt()).isEqualTo(2);
        assertThat(texts(source.get("function_response_types"))).containsExactly("ReportBatchItemFailures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void exactlyTheServicesThatNeedTheKeyMayUseItForThisAccount(String preset) {
        var key = Watch.in(preset).one("aws_kms_key", "compliance");
        assertThat(key.get("enable_key_rotation").asBoolean()).isTrue();
        assertThat(key.get("deletion_window_in_days").asInt()).isEqualTo(preset.equals("dev") ? 7 : 30);
        var byService = statements(key.get("policy")).stream()
                .filter(s -> s.at("/Principal").has("Service"))
                .toList();
        assertThat(byService)
                .extracting(s -> s.at("/Principal/Service").asText())
                .containsExactly(
                        "logs.${data.aws_region.current.name}.${data.aws_partition.current.dns_suffix}",
                        "cloudwatch.amazonaws.com",
                        "events.amazonaws.com");
        assertThat(texts(byService.getFirst().at("/Condition/ArnLike/kms:EncryptionContext:aws:logs:arn")))
                .containsExactly("arn:${data.aws_partition.current.partition}:logs" + IN_ACCOUNT
                        + "log-group:/aws/lambda/sluice-*-" + preset);
        assertThat(byService.subList(1, 3)).allSatisfy(s -> {
            assertThat(texts(s.get("Action"))).containsExactly("kms:Decrypt", "kms:GenerateDataKey");
            assertThat(texts(s.at("/Condition/StringEquals/aws:SourceAccount")))
                    .containsExactly("${data.aws_caller_identity.current.account_id}");
        });
        assertThat(Watch.in(preset)
                        .one("aws_kms_alias", "compliance")
                        .get("name")
                        .asText())
                .isEqualTo("alias/sluice-compliance-" + preset);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void theTableOfFindingsIsPaidByTheRequestPutBackToAnySecondAndRefusesToBeDeletedWhereItMatters(String preset) {
        var table = Watch.in(preset).one("aws_dynamodb_table", "findings");
        assertThat(table.get("billing_mode").asText()).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.at("/point_in_time_recovery/enabled").asBoolean()).isTrue();
        assertThat(table.has("stream_enabled")).isFalse();
        assertThat(table.get("deletion_protection_enabled").asBoolean()).isEqualTo(!preset.equals("dev"));
    }

    @Test
    void everythingIsTaggedThroughTheProvider() {
        var stack = Synthesized.ofCompliance("it", "{\"cost_center\": \"cards\", \"tags\": {\"Team\": \"payments\"}}");
        assertThat(stack.json().at("/provider/aws/0/default_tags/0/tags").properties())
                .extracting(tag -> tag.getKey() + "=" + tag.getValue().asText())
                .containsExactlyInAnyOrder(
                        "Environment=it", "Project=sluice", "ManagedBy=cdktf", "CostCenter=cards", "Team=payments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void theOutputsTellAllThatAnOperatorNeeds(String preset) {
        assertThat(Watch.in(preset).json().at("/output").propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "bucket_arn_reports",
                        "bucket_name_reports",
                        "config_recorder_name",
                        "dashboard_url",
                        "environment_suffix",
                        "function_arn_remediator",
                        "function_arn_scanner",
                        "function_name_remediator",
                        "function_name_scanner",
                        "key_arn",
                        "latest_report",
                        "queue_url_repairs",
                        "queue_url_repairs_dlq",
                        "queue_url_scanner_dlq",
                        "region",
                        "table_arn_findings",
                        "table_name_findings",
                        "topic_arn_findings",
                        "topic_arn_operations");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void everyAlarmThatIsDocumentedIsThereAndActsOnItsOwnOperationsTopic(String preset) {
        var alarms = Alarms.ofCompliance(Synthesized.settings(preset, "{}"));
        assertThat(Watch.in(preset).all("aws_cloudwatch_metric_alarm").values())
                .extracting(a -> a.get("alarm_name").asText())
                .containsExactlyInAnyOrderElementsOf(alarms.stream()
                        .map(a -> "sluice-" + a.name() + "-" + preset)
                        .toList());
        assertThat(Watch.in(preset).all("aws_cloudwatch_metric_alarm").values()).allSatisfy(a -> {
            assertThat(texts(a.get("alarm_actions"))).containsExactly("${aws_sns_topic.compliance_operations.arn}");
            assertThat(texts(a.get("ok_actions"))).containsExactly("${aws_sns_topic.compliance_operations.arn}");
        });
    }

    @Test
    void operatorsGetAMailOfWhatIsFoundAndOneOfEachAlarm() {
        var stack = Synthesized.ofCompliance("it", "{\"operators\": [\"on-call@example.com\"]}");
        assertThat(stack.all("aws_sns_topic_subscription").values())
                .allSatisfy(mail -> assertThat(mail.get("endpoint").asText()).isEqualTo("on-call@example.com"))
                .extracting(mail -> mail.get("topic_arn").asText())
                .containsExactlyInAnyOrder(
                        "${aws_sns_topic.findings.arn}", "${aws_sns_topic.compliance_operations.arn}");
    }

    @Test
    void theRemediatorRepairsWhereTheSettingSaysSo() {
        assertThat(repairs(Watch.in("prod"))).isEqualTo("dry-run");
        assertThat(repairs(Synthesized.ofCompliance("it", "{\"repairs\": \"apply\"}")))
                .isEqualTo("apply");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void theScannerIsToldTheAlarmsThatBothStacksMake(String preset) {
        var told = Watch.in(preset)
                .one("aws_lambda_function", "scanner")
                .at("/environment/variables/ALARMS")
                .asText();
        assertThat(told.split(";", -1)).hasSize(2);
        assertThat(Stream.of(told.split("[;,]", -1)).map(name -> "sluice-" + name + "-" + preset))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Synthesized.of(preset, "{}"), Watch.in(preset))
                        .flatMap(stack -> stack.all("aws_cloudwatch_metric_alarm").values().stream())
                        .map(alarm -> alarm.get("alarm_name").asText())
                        .toList());
    }

    @Test
    void moreTagsThanTheScannerCanBeToldStopTheSynthesisByTheirName() {
        var tags = IntStream.range(0, 30)
                .mapToObj(n -> "\"tag-" + n + "\": \"" + "x".repeat(150) + "\"")
                .collect(Collectors.joining(", ", "{\"tags\": {", "}}"));
        assertThatThrownBy(() -> Synthesized.ofCompliance("it", tags))
                .isInstanceOf(Unusable.class)
                .hasMessageStartingWith("tags is too long: the function scanner would be told ")
                .hasMessageEndingWith(" bytes of JSON, and Lambda takes 4096");
        assertThat(Synthesized.of("it", tags)).isNotNull();
    }

    @Test
    void theSameSettingsMakeTheSameTerraform() {
        assertThat(Synthesized.ofCompliance("dev", "{}").json())
                .isEqualTo(Watch.in("dev").json());
    }

    private static String repairs(Synthesized stack) {
        return stack.one("aws_lambda_function", "remediator")
                .at("/environment/variables/REPAIRS")
                .asText();
    }

    private static String allowance(Synthesized stack, String queue) {
        return stack.one("aws_sqs_queue", queue).get("redrive_allow_policy").asText();
    }
}
