package dev.sluice.integration.sandbox.deployed;

import java.util.List;
import java.util.Optional;

/**
 * A rule of EventBridge that goes off by a schedule.
 *
 * @param address its address in Terraform
 * @param name its name
 * @param arn its ARN
 * @param enabled whether it goes off at all
 * @param targets what it invokes
 */
public record ScheduledRule(String address, String name, String arn, boolean enabled, List<Target> targets) {

    public ScheduledRule {
        targets = List.copyOf(targets);
    }

    /**
     * What a rule invokes.
     *
     * @param arn a function's ARN, with its qualifier
     * @param input what it is handed instead of the event
     * @param undelivered the ARN of the queue for what could not be handed over
     */
    public record Target(String arn, Optional<String> input, Optional<String> undelivered) {}

    /** All of a deployment. */
    public static List<ScheduledRule> of(Deployment deployment) {
        return deployment
                .of("aws_cloudwatch_event_rule")
                .filter(rule -> rule.text("schedule_expression").isPresent())
                .map(rule -> of(deployment, rule))
                .toList();
    }

    /** The one of a name. */
    public static Optional<ScheduledRule> of(Deployment deployment, String name) {
        return of(deployment).stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    private static ScheduledRule of(Deployment deployment, Stated rule) {
        var name = rule.need("name");
        var targets = deployment
                .of("aws_cloudwatch_event_target")
                .filter(target -> target.need("rule").equals(name))
                .map(target -> new Target(
                        target.need("arn"), target.text("input"), target.text("dead_letter_config", "0", "arn")))
                .toList();
        return new ScheduledRule(
                rule.address(),
                name,
                rule.need("arn"),
                rule.text("state").map(state -> state.startsWith("ENABLED")).orElse(true),
                targets);
    }
}
