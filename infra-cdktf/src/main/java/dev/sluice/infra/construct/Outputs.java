package dev.sluice.infra.construct;

import com.hashicorp.cdktf.TerraformOutput;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import software.constructs.Construct;

/** What whoever uses, tests or watches the deployed pipeline must know of it; nothing of it is a secret. */
final class Outputs extends Construct {

    Outputs(
            Construct scope,
            String id,
            Settings settings,
            Location location,
            PipelineKey key,
            PipelineResources resources,
            List<FunctionComponent> functions,
            WebhookApi api,
            Operations operations,
            String dashboardName) {
        super(scope, id);
        tell("api_url", api.url(), "Where transactions are sent to: POST this/webhook");
        tell("api_id", api.id(), "The REST API's id");
        api.keyIds()
                .forEach((client, keyId) -> tell(
                        "api_key_id_" + client,
                        keyId,
                        "Of the client " + client
                                + "; its value: aws apigateway get-api-key --include-value --api-key ID"));
        resources.tables().forEach((table, made) -> {
            tell("table_name_" + table.name(), made.name(), "The table " + table.name());
            tell("table_arn_" + table.name(), made.arn(), "The table " + table.name());
        });
        resources
                .topics()
                .forEach((topic, made) -> tell("topic_arn_" + topic.name(), made.arn(), "The topic " + topic.name()));
        tell("topic_arn_operations", operations.topicArn(), "Where alarms go");
        resources
                .queues()
                .forEach((queue, made) -> tell("queue_url_" + queue.name(), made.url(), "The queue " + queue.name()));
        resources
                .deadLetters()
                .forEach((queue, made) ->
                        tell("queue_url_" + queue.name(), made.url(), "The dead-letter queue " + queue.name()));
        for (var component : functions) {
            var function = component.function().name();
            tell("function_name_" + function, component.name(), "The function " + function);
            tell(
                    "function_arn_" + function,
                    component.aliasArn(),
                    "What invokes the function " + function + ": its alias");
        }
        tell("key_arn", key.arn(), "The key that encrypts all of it");
        tell(
                "source_secrets_prefix",
                settings.sourceSecretsPrefix(),
                "A source's secret is named by this and the source");
        tell(
                "dashboard_url",
                "https://" + location.region() + ".console.aws.amazon.com/cloudwatch/home?region=" + location.region()
                        + "#dashboards:name=" + dashboardName,
                "The pipeline from left to right");
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
