package dev.sluice.infra.alarm;

import dev.sluice.blueprint.Function;
import dev.sluice.infra.settings.Settings;
import java.util.Map;

/** The metrics of an environment, each under the deployed name of what it measures; sums of five minutes. */
final class Meters {

    private final Settings settings;

    Meters(Settings settings) {
        this.settings = settings;
    }

    /** A metric of Lambda's. */
    Metric lambda(Function function, String name) {
        return Metric.sum("AWS/Lambda", name, Map.of("FunctionName", settings.nameOf(function.name())));
    }

    /** A metric that the function counts itself. */
    Metric own(Function function, String name) {
        return Metric.sum(settings.metricsNamespace(), name, Map.of("function", function.name()));
    }

    /** A metric of a queue's. */
    Metric sqs(String queue, String name) {
        return Metric.sum("AWS/SQS", name, Map.of("QueueName", settings.nameOf(queue)));
    }

    /** A metric of a topic's. */
    Metric sns(String topic, String name) {
        return Metric.sum("AWS/SNS", name, Map.of("TopicName", settings.nameOf(topic)));
    }

    /** A metric of an EventBridge rule's. */
    Metric rule(String rule, String name) {
        return Metric.sum("AWS/Events", name, Map.of("RuleName", settings.nameOf(rule)));
    }

    /** A metric of the API's. */
    Metric api(String name, String apiName, String stage) {
        return Metric.sum("AWS/ApiGateway", name, Map.of("ApiName", apiName, "Stage", stage));
    }
}
