package dev.sluice.infra.construct;

import com.hashicorp.cdktf.TerraformOutput;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import software.constructs.Construct;

/** What whoever uses, tests or watches what is deployed must know of it; nothing of it is a secret. */
final class Outputs extends Construct {

    Outputs(Construct scope, String id) {
        super(scope, id);
    }

    /** Where the API is, and what its clients' keys are called. */
    void of(WebhookApi api) {
        tell("api_url", api.url(), "Where transactions are sent to: POST this/webhook");
        tell("api_id", api.id(), "The REST API's id");
        api.keyIds()
                .forEach((client, keyId) -> tell(
                        "api_key_id_" + client,
                        keyId,
                        "Of the client " + client
                                + "; its value: aws apigateway get-api-key --include-value --api-key ID"));
    }

    /** Tables, buckets, topics and queues. */
    void of(StackResources resources) {
        resources.tables().forEach((table, made) -> {
            tell("table_name_" + table.name(), made.name(), "The table " + table.name());
            tell("table_arn_" + table.name(), made.arn(), "The table " + table.name());
        });
        resources.buckets().forEach((bucket, made) -> {
            tell("bucket_name_" + bucket.name(), made.name(), "The bucket " + bucket.name());
            tell("bucket_arn_" + bucket.name(), made.arn(), "The bucket " + bucket.name());
        });
        resources
                .topics()
                .forEach((topic, made) -> tell("topic_arn_" + topic.name(), made.arn(), "The topic " + topic.name()));
        resources
                .queues()
                .forEach((queue, made) -> tell("queue_url_" + queue.name(), made.url(), "The queue " + queue.name()));
        resources
                .deadLetters()
                .forEach((queue, made) ->
                        tell("queue_url_" + queue.name(), made.url(), "The dead-letter queue " + queue.name()));
    }

    /** Where alarms go. */
    void of(Operations operations) {
        tell("topic_arn_operations", operations.topicArn(), "Where alarms go");
    }

    /** Each function, and the alias that is invoked. */
    void of(List<FunctionComponent> functions) {
        for (var component : functions) {
            var function = component.function().name();
            tell("function_name_" + function, component.name(), "The function " + function);
            tell(
                    "function_arn_" + function,
                    component.aliasArn(),
                    "What invokes the function " + function + ": its alias");
        }
    }

    /** The stack's key. */
    void of(StackKey key) {
        tell("key_arn", key.arn(), "The key that encrypts all of it");
    }

    /** Where the secrets of those who send are. */
    void ofSources(Settings settings) {
        tell(
                "source_secrets_prefix",
                settings.sourceSecretsPrefix(),
                "A source's secret is named by this and the source");
    }

    /** Where reports are read. */
    void ofReports(Bucket bucket) {
        tell(
                "latest_report",
                "s3://" + bucket.name() + "/latest.html",
                "What the last scan found, for people: aws s3 cp this - ; latest.json beside it is for programs");
    }

    /** Where the dashboard is. */
    void ofDashboard(String name, String meaning, Location location) {
        tell(
                "dashboard_url",
                "https://" + location.region() + ".console.aws.amazon.com/cloudwatch/home?region=" + location.region()
                        + "#dashboards:name=" + name,
                meaning);
    }

    /** Which environment it is, and where. */
    void of(Settings settings, Location location) {
        tell(
                "config_recorder_name",
                settings.get(Options.CONFIG_RECORDER),
                "The account's AWS Config recorder, not made here");
        tell("environment_suffix", settings.suffix(), "What every name ends with");
        tell("region", location.region(), "Where it is");
    }

    private void tell(String name, String value, String meaning) {
        Address.keep(
                name,
                TerraformOutput.Builder.create(this, name)
                        .value(value)
                        .description(meaning)
                        .build());
    }
}
