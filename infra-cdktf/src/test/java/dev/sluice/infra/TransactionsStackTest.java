package dev.sluice.infra;

import static dev.sluice.infra.Synthesized.statements;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import dev.sluice.infra.alarm.Alarms;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The Terraform that the blueprint becomes, name by name and number by number. */
class TransactionsStackTest {

    private static final Synthesized DEV = Synthesized.of("dev", "{}");
    private static final Synthesized PROD = Synthesized.of("prod", "{\"region\": \"eu-west-2\"}");

    @Test
    void aDeadLetterStaysFourteenDaysAndIsHiddenForFiveMinutesFromWhoDoesNotReadIt() {
        assertThat(deadLetterQueues()).hasSize(6).allSatisfy(queue -> {
            assertThat(queue.get("message_retention_seconds").asInt()).isEqualTo(1_209_600);
            assertThat(queue.get("visibility_timeout_seconds").asInt()).isEqualTo(300);
        });
    }

    @Test
    void aNotificationIsHiddenForFiveMinutesAndADeadLetterAfterFiveReceives() {
        var queue = DEV.one("aws_sqs_queue", "notifications");
        assertThat(queue.get("visibility_timeout_seconds").asInt()).isEqualTo(300);
        assertThat(Synthesized.read(queue.get("redrive_policy").asText()))
                .isEqualTo(Synthesized.read("{\"deadLetterTargetArn\": \"${aws_sqs_queue.notifications_dlq.arn}\","
                        + " \"maxReceiveCount\": 5}"));
    }

    @Test
    void aDeadLetterQueueTakesFromItsOwnQueueAloneAndTheOthersFromNone() {
        assertThat(allowance("notifications_dlq"))
                .isEqualTo("{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\"arn:"
                        + "${data.aws_partition.current.partition}:sqs:${data.aws_region.current.name}:"
                        + "${data.aws_caller_identity.current.account_id}:sluice-notifications-dev\"]}");
        assertThat(List.of("processor_dlq", "enricher_dlq", "processor_undelivered_dlq", "notifications"))
                .allSatisfy(name -> assertThat(allowance(name)).isEqualTo("{\"redrivePermission\":\"denyAll\"}"));
    }

    @Test
    void onlyTheTopicMayPutIntoTheQueueOfWhatItCouldNotDeliver() {
        assertThat(DEV.all("aws_sqs_queue").entrySet())
                .filteredOn(q -> q.getValue().has("policy"))
                .extracting(Map.Entry::getKey)
                .containsExactly("processor_undelivered_dlq");
        var statement =
                statements(DEV.one("aws_sqs_queue", "processor_undelivered_dlq").get("policy"));
        assertThat(statement).singleElement().satisfies(s -> {
            assertThat(s.at("/Principal/Service").asText()).isEqualTo("sns.amazonaws.com");
            assertThat(texts(s.get("Action"))).containsExactly("sqs:SendMessage");
            assertThat(texts(s.at("/Condition/ArnEquals/aws:SourceArn")))
                    .containsExactly("${aws_sns_topic.transactions.arn}");
        });
        assertThat(Synthesized.read(DEV.one("aws_sns_topic_subscription", "processor_from_transactions")
                        .get("redrive_policy")
                        .asText()))
                .isEqualTo(Synthesized.read(
                        "{\"deadLetterTargetArn\": \"${aws_sqs_queue.processor_undelivered_dlq.arn}\"}"));
    }

    @Test
    void logsAreKeptForThirtyDaysInEveryPreset() {
        for (var stack : List.of(DEV, PROD)) {
            assertThat(stack.all("aws_cloudwatch_log_group").values())
                    .isNotEmpty()
                    .allSatisfy(
                            g -> assertThat(g.get("retention_in_days").asInt()).isEqualTo(30));
        }
        assertThat(Synthesized.of("dev", "{\"log_retention_days\": 7}")
                        .one("aws_cloudwatch_log_group", "query")
                        .get("retention_in_days")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void functionsRunJava21OnArmWithTheMemoryAndTimeoutOfTheBlueprint() {
        assertThat(DEV.all("aws_lambda_function")).hasSize(5).allSatisfy((name, f) -> {
            assertThat(f.get("runtime").asText()).isEqualTo("java21");
            assertThat(texts(f.get("architectures"))).containsExactly("arm64");
            assertThat(f.get("memory_size").asInt())
                    .isEqualTo(name.equals("processor") || name.equals("enricher") ? 768 : 512);
            var function = Pipeline.BLUEPRINT.function(name).orElseThrow();
            assertThat(f.get("timeout").asLong()).isEqualTo(function.timeout().toSeconds());
            assertThat(f.get("handler").asText()).isEqualTo(function.handler());
            assertThat(f.get("source_code_hash").asText()).hasSize(44);
        });
    }

    @Test
    void withARuntimeOfTheirOwnFunctionsRunOnX86FromAnotherArchiveAndStartCold() {
        var own = Synthesized.of("dev", "{\"runtime\": \"own\"}").all("aws_lambda_function");
        assertThat(own).hasSize(5).allSatisfy((name, f) -> {
            assertThat(f.get("runtime").asText()).isEqualTo("provided.al2023");
            assertThat(texts(f.get("architectures"))).containsExactly("x86_64");
            assertThat(f.get("handler").asText())
                    .isEqualTo(Pipeline.BLUEPRINT.function(name).orElseThrow().handler());
            assertThat(f.get("source_code_hash"))
                    .isNotEqualTo(DEV.one("aws_lambda_function", name).get("source_code_hash"));
            assertThat(f.has("snap_start")).isFalse();
        });
    }

    @Test
    void devReservesFiveExecutionsAFunctionAndProdAHundred() {
        assertThat(DEV.all("aws_lambda_function").values())
                .allSatisfy(
                        f -> assertThat(f.get("reserved_concurrent_executions").asInt())
                                .isEqualTo(5));
        assertThat(PROD.all("aws_lambda_function").values())
                .allSatisfy(
                        f -> assertThat(f.get("reserved_concurrent_executions").asInt())
                                .isEqualTo(100));
        assertThat(Synthesized.of("dev", "{\"function.query.reserved_concurrency\": \"none\"}")
                        .one("aws_lambda_function", "query")
                        .has("reserved_concurrent_executions"))
                .isFalse();
    }

    @Test
    void inProdTheValidatorIsKeptWarmOnItsAliasAndTheOthersStartFromASnapshot() {
        assertThat(PROD.all("aws_lambda_provisioned_concurrency_config").keySet())
                .containsExactly("validator");
        var warm = PROD.one("aws_lambda_provisioned_concurrency_config", "validator");
        assertThat(warm.get("qualifier").asText()).isEqualTo("${aws_lambda_alias.validator.name}");
        assertThat(warm.get("provisioned_concurrent_executions").asInt()).isEqualTo(10);
        assertThat(texts(warm.get("depends_on"))).containsExactly("aws_lambda_alias.validator");
        assertThat(PROD.all("aws_lambda_function"))
                .allSatisfy(
                        (name, f) -> assertThat(f.has("snap_start")).as(name).isEqualTo(!name.equals("validator")));
        assertThat(DEV.all("aws_lambda_provisioned_concurrency_config")).isEmpty();
        assertThat(DEV.all("aws_lambda_function").values())
                .allSatisfy(
                        f -> assertThat(f.at("/snap_start/apply_on").asText()).isEqualTo("PublishedVersions"));
    }

    @Test
    void anAsynchronousCallIsTriedTwiceMoreWithinSixHours() {
        assertThat(DEV.all("aws_lambda_function_event_invoke_config"))
                .hasSize(5)
                .allSatisfy((name, retries) -> {
                    assertThat(retries.get("maximum_retry_attempts").asInt()).isEqualTo(2);
                    assertThat(retries.get("maximum_event_age_in_seconds").asInt())
                            .isEqualTo(21_600);
                    assertThat(retries.get("qualifier").asText()).isEqualTo("${aws_lambda_alias." + name + ".name}");
                });
    }

    @Test
    void theStreamIsReadInBatchesWithEveryLimitStatedAndOnlyWhereATransactionIsNew() {
        var source = DEV.one("aws_lambda_event_source_mapping", "enricher_from_transactions");
        assertThat(source.get("event_source_arn").asText()).isEqualTo("${aws_dynamodb_table.transactions.stream_arn}");
        assertThat(source.get("batch_size").asInt()).isEqualTo(50);
        assertThat(source.get("parallelization_factor").asInt()).isEqualTo(10);
        assertThat(source.get("bisect_batch_on_function_error").asBoolean()).isTrue();
        assertThat(source.get("maximum_retry_attempts").asInt()).isEqualTo(50);
        assertThat(source.get("maximum_record_age_in_seconds").asInt()).isEqualTo(43_200);
        assertThat(source.get("starting_position").asText()).isEqualTo("TRIM_HORIZON");
        assertThat(source.get("enabled").asBoolean()).isTrue();
        assertThat(texts(source.get("function_response_types"))).containsExactly("ReportBatchItemFailures");
        assertThat(source.at("/destination_config/on_failure/destination_arn").asText())
                .isEqualTo("${aws_sqs_queue.enricher_dlq.arn}");
        assertThat(Synthesized.read(
                        source.at("/filter_criteria/filter/0/pattern").asText()))
                .isEqualTo(Synthesized.read("{\"eventName\": [\"INSERT\"],"
                        + " \"dynamodb\": {\"Keys\": {\"sk\": {\"S\": [\"transaction\"]}}}}"));
    }

    @Test
    void theQueueIsReadTenMessagesAtATimeFiveBatchesAtOnce() {
        var source = DEV.one("aws_lambda_event_source_mapping", "notifier_from_notifications");
        assertThat(source.get("event_source_arn").asText()).isEqualTo("${aws_sqs_queue.notifications.arn}");
        assertThat(source.get("batch_size").asInt()).isEqualTo(10);
        assertThat(source.at("/scaling_config/maximum_concurrency").asInt()).isEqualTo(5);
        assertThat(source.get("enabled").asBoolean()).isTrue();
        assertThat(texts(source.get("function_response_types"))).containsExactly("ReportBatchItemFailures");
    }

    @Test
    void bothAreHeldBackByOneSetting() {
        assertThat(Synthesized.of("dev", "{\"event_sources_enabled\": false}")
                        .all("aws_lambda_event_source_mapping")
                        .values())
                .hasSize(2)
                .allSatisfy(s -> assertThat(s.get("enabled").asBoolean()).isFalse());
    }

    @Test
    void theStageTakesTenThousandRequestsASecondAndFiveThousandAtOnce() {
        var limits = DEV.one("aws_api_gateway_method_settings", "api");
        assertThat(limits.get("method_path").asText()).isEqualTo("*/*");
        assertThat(limits.at("/settings/throttling_rate_limit").asInt()).isEqualTo(10_000);
        assertThat(limits.at("/settings/throttling_burst_limit").asInt()).isEqualTo(5_000);
        assertThat(limits.at("/settings/data_trace_enabled").asBoolean()).isFalse();
    }

    @Test
    void eachClientHasAKeyAndAPlanOfFiftyRequestsASecondAndAHundredAtOnce() {
        var stack = Synthesized.of("dev", "{\"clients\": [\"shop\", \"till\"]}");
        assertThat(stack.all("aws_api_gateway_api_key")).containsOnlyKeys("client_shop", "client_till");
        assertThat(stack.all("aws_api_gateway_usage_plan")).hasSize(2).allSatisfy((name, plan) -> {
            assertThat(plan.at("/throttle_settings/rate_limit").asInt()).isEqualTo(50);
            assertThat(plan.at("/throttle_settings/burst_limit").asInt()).isEqualTo(100);
            assertThat(plan.at("/api_stages/0/stage").asText()).isEqualTo("${aws_api_gateway_stage.api.stage_name}");
        });
        assertThat(stack.one("aws_api_gateway_usage_plan_key", "client_shop")
                        .get("key_id")
                        .asText())
                .isEqualTo("${aws_api_gateway_api_key.client_shop.id}");
        assertThat(stack.json().at("/output").has("api_key_id_till")).isTrue();
    }

    @Test
    void theApiIsDeployedAnewWheneverItsBodyChangesAndItsStageStays() {
        var deployment = DEV.one("aws_api_gateway_deployment", "api");
        assertThat(deployment.at("/triggers/body").asText()).isEqualTo("${sha256(aws_api_gateway_rest_api.api.body)}");
        assertThat(deployment.at("/lifecycle/create_before_destroy").asBoolean())
                .isTrue();
        assertThat(deployment.has("stage_name")).isFalse();
        var stage = DEV.one("aws_api_gateway_stage", "api");
        assertThat(stage.get("deployment_id").asText()).isEqualTo("${aws_api_gateway_deployment.api.id}");
        assertThat(stage.get("xray_tracing_enabled").asBoolean()).isTrue();
        assertThat(texts(DEV.one("aws_api_gateway_rest_api", "api").get("binary_media_types")))
                .containsExactly("*/*");
    }

    @Test
    void theGatewayMayCallAFunctionForItsOwnRoutesAlone() {
        assertThat(DEV.all("aws_lambda_permission").values())
                .filteredOn(p -> p.get("principal").asText().equals("apigateway.amazonaws.com"))
                .extracting(p -> p.get("source_arn").asText())
                .containsExactlyInAnyOrder(
                        "${aws_api_gateway_rest_api.api.execution_arn}/v1/POST/webhook",
                        "${aws_api_gateway_rest_api.api.execution_arn}/v1/POST/webhook/*",
                        "${aws_api_gateway_rest_api.api.execution_arn}/v1/GET/transactions/*",
                        "${aws_api_gateway_rest_api.api.execution_arn}/v1/GET/accounts/*/transactions");
    }

    @Test
    void accessIsLoggedInProdAndNotInDev() {
        assertThat(DEV.one("aws_api_gateway_stage", "api").has("access_log_settings"))
                .isFalse();
        var stage = PROD.one("aws_api_gateway_stage", "api");
        assertThat(stage.at("/access_log_settings/destination_arn").asText())
                .isEqualTo("${aws_cloudwatch_log_group.api.arn}");
        assertThat(Synthesized.read(stage.at("/access_log_settings/format").asText())
                        .get("status")
                        .asText())
                .isEqualTo("$context.status");
        assertThat(DEV.json().at("/resource").has("aws_api_gateway_account")).isFalse();
    }

    @Test
    void theTableIsPaidByTheRequestPutBackToAnySecondEncryptedAndStreamed() {
        var table = PROD.one("aws_dynamodb_table", "transactions");
        assertThat(table.get("billing_mode").asText()).isEqualTo("PAY_PER_REQUEST");
        assertThat(table.at("/point_in_time_recovery/enabled").asBoolean()).isTrue();
        assertThat(table.at("/server_side_encryption/kms_key_arn").asText()).isEqualTo("${aws_kms_key.pipeline.arn}");
        assertThat(table.get("stream_view_type").asText()).isEqualTo("NEW_IMAGE");
        assertThat(table.get("hash_key").asText() + table.get("range_key").asText())
                .isEqualTo("pksk");
        assertThat(table.at("/global_secondary_index/0/name").asText()).isEqualTo("received");
        assertThat(table.get("deletion_protection_enabled").asBoolean()).isTrue();
        assertThat(DEV.one("aws_dynamodb_table", "transactions")
                        .get("deletion_protection_enabled")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void theKeyRotatesAndExactlyTheServicesThatNeedItMayUseItForThisAccount() {
        var key = PROD.one("aws_kms_key", "pipeline");
        assertThat(key.get("enable_key_rotation").asBoolean()).isTrue();
        assertThat(key.get("deletion_window_in_days").asInt()).isEqualTo(30);
        var byService = statements(key.get("policy")).stream()
                .filter(s -> s.at("/Principal").has("Service"))
                .toList();
        assertThat(byService)
                .extracting(s -> s.at("/Principal/Service").asText())
                .containsExactly(
                        "logs.${data.aws_region.current.name}.${data.aws_partition.current.dns_suffix}",
                        "sns.amazonaws.com",
                        "cloudwatch.amazonaws.com");
        assertThat(byService)
                .allSatisfy(s -> assertThat(s.get("Condition").toString())
                        .contains("${data.aws_caller_identity.current.account_id}"));
        assertThat(PROD.one("aws_kms_alias", "pipeline").get("name").asText()).isEqualTo("alias/sluice-pipeline-prod");
    }

    @Test
    void aSourcesSecretIsMadeWithoutAValue() {
        var stack = Synthesized.of(
                "dev", "{\"sources\": {\"shop\": {\"zone\": \"Etc/UTC\"}, \"till\": {\"zone\": \"Etc/UTC\"}}}");
        assertThat(stack.all("aws_secretsmanager_secret")).hasSize(2);
        assertThat(stack.one("aws_secretsmanager_secret", "source_shop")
                        .get("name")
                        .asText())
                .isEqualTo("sluice-source-dev/shop");
        assertThat(stack.json().at("/resource").has("aws_secretsmanager_secret_version"))
                .isFalse();
        var validator = stack.one("aws_lambda_function", "validator");
        assertThat(validator.at("/environment/variables/SOURCE_SECRETS_PREFIX").asText())
                .isEqualTo("sluice-source-dev/");
        assertThat(statements(stack.one("aws_iam_role_policy", "validator").get("policy")))
                .filteredOn(s -> s.get("Action").toString().contains("secretsmanager:"))
                .singleElement()
                .satisfies(s -> assertThat(texts(s.get("Resource")))
                        .containsExactly(
                                "${aws_secretsmanager_secret.source_shop.arn}",
                                "${aws_secretsmanager_secret.source_till.arn}"));
    }

    @Test
    void eachFunctionMayDoExactlyWhatTheBlueprintSaysAndLambdaDoesForIt() {
        var always = List.of(
                "logs:CreateLogStream",
                "logs:PutLogEvents",
                "xray:PutTelemetryRecords",
                "xray:PutTraceSegments",
                "sqs:SendMessage",
                "kms:Decrypt",
                "kms:GenerateDataKey");
        Map.of(
                        "validator", List.of("secretsmanager:GetSecretValue", "sns:Publish"),
                        "processor", List.of("dynamodb:PutItem", "dynamodb:UpdateItem"),
                        "enricher",
                                List.of(
                                        "dynamodb:GetItem",
                                        "dynamodb:Query",
                                        "dynamodb:UpdateItem",
                                        "dynamodb:DescribeStream",
                                        "dynamodb:GetRecords",
                                        "dynamodb:GetShardIterator",
                                        "dynamodb:ListStreams"),
                        "notifier",
                                List.of(
                                        "dynamodb:UpdateItem",
                                        "sns:Publish",
                                        "sqs:ReceiveMessage",
                                        "sqs:DeleteMessage",
                                        "sqs:GetQueueAttributes"),
                        "query", List.of("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query"))
                .forEach((function, own) -> assertThat(
                                statements(DEV.one("aws_iam_role_policy", function)
                                                .get("policy"))
                                        .stream()
                                        .flatMap(s -> texts(s.get("Action")).stream())
                                        .distinct()
                                        .toList())
                        .as(function)
                        .containsAll(own)
                        .containsAll(always)
                        .hasSize(own.size() + always.size()));
    }

    @Test
    void everythingIsTaggedThroughTheProvider() {
        var stack = Synthesized.of("it", "{\"cost_center\": \"cards\", \"tags\": {\"Team\": \"payments\"}}");
        assertThat(stack.json().at("/provider/aws/0/default_tags/0/tags").properties())
                .extracting(tag -> tag.getKey() + "=" + tag.getValue().asText())
                .containsExactlyInAnyOrder(
                        "Environment=it", "Project=sluice", "ManagedBy=cdktf", "CostCenter=cards", "Team=payments");
    }

    @Test
    void theProviderAndTerraformAreVersionsThatKnowWhatIsWritten() {
        assertThat(DEV.json().at("/terraform/required_providers/aws/version").asText())
                .isEqualTo("~> 5.100");
        assertThat(DEV.json().at("/terraform/required_version").asText()).isEqualTo(">= 1.10");
    }

    @Test
    void theRegionIsTheSettingsOrNobodys() {
        assertThat(PROD.json().at("/provider/aws/0/region").asText()).isEqualTo("eu-west-2");
        assertThat(DEV.json().at("/provider/aws/0").has("region")).isFalse();
    }

    @Test
    void theStateIsAFileBesideTheAppOrLocksItselfInABucket() {
        assertThat(DEV.json().at("/terraform/backend/local/path").asText())
                .isEqualTo("../../../terraform.sluice-transactions-dev.tfstate");
        var backend = Synthesized.of("it", "{\"state_bucket\": \"acme-state\", \"state_region\": \"eu-west-1\"}")
                .json()
                .at("/terraform/backend/s3");
        assertThat(backend.get("bucket").asText()).isEqualTo("acme-state");
        assertThat(backend.get("key").asText()).isEqualTo("sluice-transactions-it.tfstate");
        assertThat(backend.get("region").asText()).isEqualTo("eu-west-1");
        assertThat(backend.get("use_lockfile").asBoolean()).isTrue();
        assertThat(backend.get("encrypt").asBoolean()).isTrue();
    }

    @Test
    void theOutputsTellAllThatATesterNeeds() {
        assertThat(DEV.json().at("/output").propertyStream().map(Map.Entry::getKey))
                .contains(
                        "api_url",
                        "api_id",
                        "api_key_id_default",
                        "table_name_transactions",
                        "table_arn_transactions",
                        "topic_arn_transactions",
                        "topic_arn_alerts",
                        "topic_arn_operations",
                        "key_arn",
                        "dashboard_url",
                        "config_recorder_name",
                        "source_secrets_prefix")
                .containsAll(Pipeline.BLUEPRINT.functions().stream()
                        .map(f -> "function_arn_" + f.name())
                        .toList())
                .containsAll(Pipeline.BLUEPRINT.functions().stream()
                        .map(f -> "function_name_" + f.name())
                        .toList())
                .containsAll(Pipeline.BLUEPRINT.resources().stream()
                        .filter(r -> r instanceof Resource.Queue || r instanceof Resource.DeadLetterQueue)
                        .map(r -> "queue_url_" + r.name().replace('-', '_'))
                        .toList());
    }

    @Test
    void everyAlarmThatIsDocumentedIsThereAndActsOnTheOperationsTopic() {
        var alarms = Alarms.ofTransactions(Synthesized.settings("prod", "{}"), "sluice-api-prod", "v1");
        assertThat(PROD.all("aws_cloudwatch_metric_alarm").values())
                .extracting(a -> a.get("alarm_name").asText())
                .containsExactlyInAnyOrderElementsOf(
                        alarms.stream().map(a -> "sluice-" + a.name() + "-prod").toList());
        assertThat(PROD.all("aws_cloudwatch_metric_alarm").values()).allSatisfy(a -> {
            assertThat(texts(a.get("alarm_actions"))).containsExactly("${aws_sns_topic.operations.arn}");
            assertThat(texts(a.get("ok_actions"))).containsExactly("${aws_sns_topic.operations.arn}");
            assertThat(a.get("alarm_description").asText()).contains("docs/operations.md");
        });
    }

    @Test
    void anErrorRateIsMetricMathOverFiveMinutesOfErrorsByInvocations() {
        var alarm = PROD.one("aws_cloudwatch_metric_alarm", "validator_errors");
        assertThat(alarm.has("metric_name")).isFalse();
        assertThat(alarm.get("threshold").asInt()).isEqualTo(1);
        assertThat(alarm.get("comparison_operator").asText()).isEqualTo("GreaterThanThreshold");
        assertThat(alarm.get("treat_missing_data").asText()).isEqualTo("notBreaching");
        assertThat(alarm.at("/metric_query/0/expression").asText()).isEqualTo("IF((w0) >= 20, 100 * part / (w0), 0)");
        assertThat(alarm.at("/metric_query/1/metric/metric_name").asText()).isEqualTo("Invocations");
        assertThat(alarm.at("/metric_query/2/metric/metric_name").asText()).isEqualTo("Errors");
        assertThat(alarm.get("metric_query").valueStream().skip(1)).allSatisfy(query -> {
            assertThat(query.at("/metric/period").asInt()).isEqualTo(300);
            assertThat(query.at("/metric/stat").asText()).isEqualTo("Sum");
        });
    }

    @Test
    void aRateOfRecordsAsksForNoMetricTwice() {
        var alarm = PROD.one("aws_cloudwatch_metric_alarm", "enricher_failed_records");
        assertThat(alarm.at("/metric_query/0/expression").asText())
                .isEqualTo("IF((FILL(w0, 0) + FILL(w1, 0) + FILL(w2, 0)) >= 20,"
                        + " 100 * w0 / (FILL(w0, 0) + FILL(w1, 0) + FILL(w2, 0)), 0)");
        assertThat(alarm.get("metric_query")).hasSize(4);
    }

    @Test
    void silenceBreachesWhereNothingIsCountedAndDeadLettersDoNot() {
        assertThat(PROD.one("aws_cloudwatch_metric_alarm", "silence")
                        .get("treat_missing_data")
                        .asText())
                .isEqualTo("breaching");
        assertThat(DEV.all("aws_cloudwatch_metric_alarm")).doesNotContainKey("silence");
        var letters = PROD.one("aws_cloudwatch_metric_alarm", "enricher_dlq_letters");
        assertThat(letters.get("treat_missing_data").asText()).isEqualTo("notBreaching");
        assertThat(letters.get("threshold").asInt()).isZero();
        assertThat(letters.get("comparison_operator").asText()).isEqualTo("GreaterThanThreshold");
    }

    @Test
    void onlyCloudWatchOfThisAccountPublishesToTheOperationsTopic() {
        assertThat(statements(PROD.one("aws_sns_topic_policy", "operations").get("policy")))
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.at("/Principal/Service").asText()).isEqualTo("cloudwatch.amazonaws.com");
                    assertThat(texts(s.at("/Condition/StringEquals/aws:SourceAccount")))
                            .containsExactly("${data.aws_caller_identity.current.account_id}");
                });
    }

    @Test
    void operatorsGetAMailEach() {
        var stack = Synthesized.of("it", "{\"operators\": [\"on-call@example.com\"]}");
        var mail = stack.one("aws_sns_topic_subscription", "operator_1");
        assertThat(mail.get("protocol").asText()).isEqualTo("email");
        assertThat(mail.get("endpoint").asText()).isEqualTo("on-call@example.com");
        assertThat(mail.get("topic_arn").asText()).isEqualTo("${aws_sns_topic.operations.arn}");
    }

    @Test
    void theSameSettingsMakeTheSameTerraform() {
        assertThat(Synthesized.of("dev", "{}").json()).isEqualTo(DEV.json());
    }

    static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> deadLetterQueues() {
        return DEV.all("aws_sqs_queue").entrySet().stream()
                .filter(q -> q.getKey().endsWith("_dlq"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String allowance(String queue) {
        return DEV.one("aws_sqs_queue", queue).get("redrive_allow_policy").asText();
    }
}
