package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.authorize.Judge;
import dev.sluice.integration.sandbox.deployed.Arn;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.ScheduledRule;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What EventBridge does when it is time for a rule (AWS, "Creating an Amazon EventBridge rule that runs on a schedule", "Using
 * resource-based policies for Amazon EventBridge", "Using dead-letter queues"): it invokes the rule's targets and does not wait
 * for them; what it may not hand over goes to the target's queue.
 */
final class ScheduleDelivery {

    private static final String SERVICE = "events.amazonaws.com";
    private static final String NAMESPACE = "AWS/Events";
    private static final String DIMENSION = "RuleName";

    private final Supplier<Judge> judge;
    private final Stage stage;

    ScheduleDelivery(Supplier<Judge> judge, Stage stage) {
        this.judge = judge;
        this.stage = stage;
    }

    /** It is time for a rule. */
    void goOff(String name, Deployment deployment) {
        var rule = ScheduledRule.of(deployment, name);
        if (rule.isEmpty()) {
            missed(name, "nobody", "there is no rule of that name with a schedule");
            return;
        }
        if (!rule.get().enabled()) {
            missed(name, "nobody", "the rule is disabled");
            return;
        }
        measured(name, "TriggeredRules");
        if (rule.get().targets().isEmpty()) {
            missed(name, "nobody", "the rule has no target");
        }
        rule.get().targets().forEach(target -> invoke(rule.get(), target, deployment));
    }

    private void invoke(ScheduledRule rule, ScheduledRule.Target target, Deployment deployment) {
        var event = target.input().orElseGet(() -> event(rule, deployment));
        var by = new ByService(SERVICE, rule.arn(), judge.get(), stage.notes());
        if (deployment.function(target.arn()).isEmpty()) {
            undelivered(rule, target, event, by, deployment, "there is no such function");
            return;
        }
        var verdict = by.asked("lambda:InvokeFunction", target.arn());
        if (!verdict.allowed()) {
            undelivered(rule, target, event, by, deployment, "may not invoke it: " + verdict.why());
            return;
        }
        stage.notes().passed(rule.name(), Arn.function(target.arn()), Set.of(), "handed over");
        measured(rule.name(), "Invocations");
        stage.functions().later(target.arn(), event, rule.name());
    }

    private void undelivered(
            ScheduledRule rule,
            ScheduledRule.Target target,
            String event,
            ByService by,
            Deployment deployment,
            String why) {
        missed(rule.name(), Arn.function(target.arn()), why);
        measured(rule.name(), "FailedInvocations");
        target.undelivered().ifPresent(queue -> {
            var refusal = by.refusal(queue, deployment).or(() -> send(queue, event));
            if (refusal.isEmpty()) {
                stage.notes().passed(rule.name(), Arn.name(queue), Set.of(), "not delivered: " + why);
                measured(rule.name(), "InvocationsSentToDlq");
            } else {
                missed(rule.name(), Arn.name(queue), "lost: " + refusal.get());
                measured(rule.name(), "InvocationsFailedToBeSentToDlq");
            }
        });
    }

    private Optional<String> send(String queue, String event) {
        try {
            stage.operator()
                    .sendMessage(request ->
                            request.queueUrl(stage.connections().url(queue)).messageBody(event));
            return Optional.empty();
        } catch (SdkException e) {
            return Optional.of(Refusal.of(e));
        }
    }

    /** As AWS documents it: "Amazon EventBridge scheduled event". */
    private String event(ScheduledRule rule, Deployment deployment) {
        var event = Json.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", deployment.account())
                .put("time", stage.notes().clock().instant().toString())
                .put("region", deployment.region());
        event.putArray("resources").add(rule.arn());
        event.putObject("detail");
        return event.toString();
    }

    private void missed(String rule, String to, String why) {
        stage.notes().missed(rule, to, Set.of(), why);
    }

    private void measured(String rule, String metric) {
        stage.notes().measured(NAMESPACE, metric, DIMENSION, rule, 1);
    }
}
