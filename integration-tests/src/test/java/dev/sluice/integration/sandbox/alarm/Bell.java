package dev.sluice.integration.sandbox.alarm;

import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an alarm rings: its topics, if CloudWatch may publish to them. An alarm whose topic refuses it goes off all the same,
 * and nobody is told (AWS, "Amazon SNS and CloudWatch alarms"; "Enabling compatibility between event sources from AWS
 * services and encrypted topics").
 */
final class Bell {

    private static final String CLOUDWATCH = "cloudwatch.amazonaws.com";

    private final Deployment deployment;
    private final Judge judge;

    Bell(Deployment deployment, Judge judge) {
        this.deployment = deployment;
        this.judge = judge;
    }

    /** Why an alarm that goes off tells nobody; empty where it tells somebody. */
    Optional<String> muted(DeployedAlarm alarm) {
        if (!alarm.acts()) {
            return Optional.of(alarm.name() + " goes off, but its actions are switched off");
        }
        var topics =
                alarm.actions().stream().filter(arn -> arn.contains(":sns:")).toList();
        if (topics.isEmpty()) {
            return Optional.of(alarm.name() + " goes off, but tells no topic");
        }
        var refusals = topics.stream().map(topic -> refusal(alarm, topic)).toList();
        return refusals.contains(Optional.<String>empty()) ? Optional.empty() : refusals.getFirst();
    }

    private Optional<String> refusal(DeployedAlarm alarm, String arn) {
        var topic = deployment
                .of("aws_sns_topic")
                .filter(each -> each.need("arn").equals(arn))
                .findFirst();
        if (topic.isEmpty()) {
            return Optional.of(alarm.name() + " goes off, but " + arn + " is no topic that was deployed");
        }
        return refused(alarm, "sns:Publish", arn)
                .or(() -> topic.get()
                        .text("kms_master_key_id")
                        .map(this::key)
                        .flatMap(key -> List.of("kms:GenerateDataKey", "kms:Decrypt").stream()
                                .flatMap(action -> refused(alarm, action, key).stream())
                                .findFirst()));
    }

    private Optional<String> refused(DeployedAlarm alarm, String action, String arn) {
        var verdict = judge.service(CLOUDWATCH, action, arn, Map.of("aws:SourceArn", alarm.arn()));
        return verdict.allowed()
                ? Optional.empty()
                : Optional.of(alarm.name() + " goes off, but " + CLOUDWATCH + " may not " + action + " with " + arn
                        + " (" + verdict.why() + ")");
    }

    /** A topic names its key by its ARN or by its id. */
    private String key(String named) {
        return deployment
                .of("aws_kms_key")
                .filter(key -> key.text("key_id").equals(Optional.of(named)))
                .map(key -> key.need("arn"))
                .findFirst()
                .orElse(named);
    }
}
