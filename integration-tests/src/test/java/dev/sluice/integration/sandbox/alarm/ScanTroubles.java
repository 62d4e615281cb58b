package dev.sluice.integration.sandbox.alarm;

import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Metrics;
import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.ScheduledRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can happen to scans: a schedule loses one, none is made, one cannot see, and what one finds. */
final class ScanTroubles {

    private static final Duration ONCE = Duration.ofMinutes(1);

    /** An alarm looks back at one day at most (AWS, "PutMetricAlarm"), so none can wait for longer. */
    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private ScanTroubles() {}

    static List<Trouble> of(Deployment deployment) {
        var troubles = new ArrayList<Trouble>();
        var rules = ScheduledRule.of(deployment);
        rules.forEach(rule -> troubles.addAll(of(rule)));
        deployment.functions().stream()
                .filter(function -> function.handler().equals(Compliance.SCANNER.handler()))
                .forEach(function -> troubles.addAll(of(function, rules)));
        return troubles;
    }

    private static List<Trouble> of(ScheduledRule rule) {
        return rule.targets().stream()
                .filter(target -> target.undelivered().isPresent())
                .map(target -> Trouble.of(
                        rule.name() + " cannot hand an event over and cannot put it into the dead-letter queue",
                        ONCE,
                        Reading.once(
                                "AWS/Events",
                                "InvocationsFailedToBeSentToDlq",
                                List.of(Map.of("RuleName", rule.name())))))
                .toList();
    }

    private static List<Trouble> of(DeployedFunction function, List<ScheduledRule> rules) {
        var own = OwnMetrics.of(Compliance.SCANNER, function);
        var troubles = new ArrayList<>(List.of(
                lasting(function.name() + " cannot read a part of the environment", own, Metrics.NOT_READ),
                lasting(function.name() + " finds an error that nobody puts right", own, Metrics.OPEN_ERRORS)));
        if (rules.stream().anyMatch(ScheduledRule::enabled)) {
            troubles.add(Trouble.of(
                    function.name() + " makes no scan", TWO_DAYS, own.reading(Metrics.SCANS, List.of(1.0), List.of())));
        }
        return troubles;
    }

    /** Each scan says it again. */
    private static Trouble lasting(String what, OwnMetrics own, String metric) {
        return Trouble.of(what, TWO_DAYS, own.reading(metric, List.of(0.0), List.of(1.0)));
    }
}
