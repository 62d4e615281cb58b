package dev.sluice.infra.construct;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_rule.CloudwatchEventRule;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTarget;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTargetDeadLetterConfig;
import com.hashicorp.cdktf.providers.aws.cloudwatch_event_target.CloudwatchEventTargetRetryPolicy;
import com.hashicorp.cdktf.providers.aws.lambda_event_source_mapping.LambdaEventSourceMapping;
import com.hashicorp.cdktf.providers.aws.lambda_event_source_mapping.LambdaEventSourceMappingDestinationConfig;
import com.hashicorp.cdktf.providers.aws.lambda_event_source_mapping.LambdaEventSourceMappingDestinationConfigOnFailure;
import com.hashicorp.cdktf.providers.aws.lambda_event_source_mapping.LambdaEventSourceMappingFilterCriteria;
import com.hashicorp.cdktf.providers.aws.lambda_event_source_mapping.LambdaEventSourceMappingFilterCriteriaFilter;
import com.hashicorp.cdktf.providers.aws.lambda_event_source_mapping.LambdaEventSourceMappingScalingConfig;
import com.hashicorp.cdktf.providers.aws.lambda_permission.LambdaPermission;
import com.hashicorp.cdktf.providers.aws.sns_topic_subscription.SnsTopicSubscription;
import dev.sluice.blueprint.Trigger;
import dev.sluice.infra.settings.Options;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import software.constructs.Construct;

/** What invokes a function besides requests: its subscriptions, streams, queues and schedules, each with its limits. */
final class EventSources extends Construct {

    /** The function answers which records failed; the others are done. */
    private static final List<String> IN_PART = List.of("ReportBatchItemFailures");

    /** How often a call that the function's service did not take is tried again, each time after a longer wait. */
    private static final int RETRIES = 24;

    private final FunctionComponent component;
    private final StackResources resources;
    private final Settings settings;

    EventSources(Construct scope, FunctionComponent component, StackResources resources, Settings settings) {
        super(scope, component.function().name() + "-sources");
        this.component = component;
        this.resources = resources;
        this.settings = settings;
        for (var trigger : component.function().triggers()) {
            switch (trigger) {
                case Trigger.Route ignored -> {}
                case Trigger.Subscription subscription -> subscribe(subscription);
                case Trigger.Stream stream -> follow(stream);
                case Trigger.Messages messages -> take(messages);
                case Trigger.Schedule schedule -> keepTime(schedule);
            }
        }
    }

    private void subscribe(Trigger.Subscription subscription) {
        var topic = resources.of(subscription.topic());
        var address =
                component.function().name() + "-from-" + subscription.topic().name();
        var permission = permit(address, "sns.amazonaws.com", "topic-", topic.arn());
        Address.keep(
                address,
                SnsTopicSubscription.Builder.create(this, "subscription-" + address)
                        .topicArn(topic.arn())
                        .protocol("lambda")
                        .endpoint(component.aliasArn())
                        .redrivePolicy(JsonNodeFactory.instance
                                .objectNode()
                                .put(
                                        "deadLetterTargetArn",
                                        resources.of(subscription.undelivered()).arn())
                                .toString())
                        .dependsOn(List.<ITerraformDependable>of(permission))
                        .build());
    }

    private void follow(Trigger.Stream stream) {
        Address.keep(
                component.function().name() + "-from-" + stream.table().name(),
                LambdaEventSourceMapping.Builder.create(
                                this, "stream-" + stream.table().name())
                        .functionName(component.aliasArn())
                        .eventSourceArn(resources.of(stream.table()).streamArn())
                        .enabled(settings.get(Options.EVENT_SOURCES_ENABLED))
                        // From the oldest record on: what was stored before the first deploy of this is told too.
                        .startingPosition("TRIM_HORIZON")
                        .batchSize(stream.batch())
                        .maximumBatchingWindowInSeconds(0)
                        .parallelizationFactor(stream.parallel())
                        .bisectBatchOnFunctionError(true)
                        .maximumRetryAttempts(stream.retries())
                        .maximumRecordAgeInSeconds(stream.longestAge().toSeconds())
                        .functionResponseTypes(IN_PART)
                        .filterCriteria(LambdaEventSourceMappingFilterCriteria.builder()
                                .filter(List.of(LambdaEventSourceMappingFilterCriteriaFilter.builder()
                                        .pattern(newItems(stream))
                                        .build()))
                                .build())
                        .destinationConfig(LambdaEventSourceMappingDestinationConfig.builder()
                                .onFailure(LambdaEventSourceMappingDestinationConfigOnFailure.builder()
                                        .destinationArn(resources
                                                .of(stream.deadLetters())
                                                .arn())
                                        .build())
                                .build())
                        .build());
    }

    private void take(Trigger.Messages messages) {
        Address.keep(
                component.function().name() + "-from-" + messages.queue().name(),
                LambdaEventSourceMapping.Builder.create(
                                this, "queue-" + messages.queue().name())
                        .functionName(component.aliasArn())
                        .eventSourceArn(resources.of(messages.queue()).arn())
                        .enabled(settings.get(Options.EVENT_SOURCES_ENABLED))
                        .batchSize(messages.batch())
                        .maximumBatchingWindowInSeconds(0)
                        .functionResponseTypes(IN_PART)
                        .scalingConfig(LambdaEventSourceMappingScalingConfig.builder()
                                .maximumConcurrency(messages.concurrency())
                                .build())
                        .build());
    }

    /** Called by the clock; what cannot be handed over goes where what fails does. */
    private void keepTime(Trigger.Schedule schedule) {
        var address = component.function().name() + "-from-" + schedule.name();
        var minutes = settings.get(Options.SCAN_EVERY);
        var rule = Address.keep(
                schedule.name(),
                CloudwatchEventRule.Builder.create(this, "rule-" + schedule.name())
                        .name(settings.nameOf(schedule.name()))
                        .description(
                                "Invokes the function " + component.function().name() + " again and again")
                        .scheduleExpression("rate(" + minutes + " minutes)")
                        .build());
        BeyondBindings.enabled(rule, settings.get(Options.SCAN_ENABLED));
        var permission = permit(address, "events.amazonaws.com", "schedule-", rule.getArn());
        Address.keep(
                address,
                CloudwatchEventTarget.Builder.create(this, "target-" + schedule.name())
                        .rule(rule.getName())
                        .targetId(component.function().name())
                        .arn(component.aliasArn())
                        // No longer than until the next call, which looks at the same.
                        .retryPolicy(CloudwatchEventTargetRetryPolicy.builder()
                                .maximumEventAgeInSeconds(minutes * 60)
                                .maximumRetryAttempts(RETRIES)
                                .build())
                        .deadLetterConfig(CloudwatchEventTargetDeadLetterConfig.builder()
                                .arn(resources
                                        .of(component.function().asynchronous().deadLetters())
                                        .arn())
                                .build())
                        .dependsOn(List.<ITerraformDependable>of(permission))
                        .build());
    }

    private LambdaPermission permit(String address, String service, String prefix, String sourceArn) {
        return Address.keep(
                address,
                LambdaPermission.Builder.create(this, "permission-" + address)
                        .statementIdPrefix(prefix)
                        .action("lambda:InvokeFunction")
                        .functionName(component.name())
                        .qualifier(component.qualifier())
                        .principal(service)
                        .sourceArn(sourceArn)
                        .lifecycle(TerraformResourceLifecycle.builder()
                                .createBeforeDestroy(true)
                                .build())
                        .build());
    }

    /** Inserts alone, of items under that sort key: the function's own updates do not call it again. */
    private static String newItems(Trigger.Stream stream) {
        var pattern = JsonNodeFactory.instance.objectNode();
        pattern.putArray("eventName").add("INSERT");
        pattern.putObject("dynamodb")
                .putObject("Keys")
                .putObject(stream.table().keys().sort())
                .putArray("S")
                .add(stream.sortKey());
        return pattern.toString();
    }
}
