package dev.sluice.integration.sandbox.alarm;

import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.deployed.Stated;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * An alarm as it was deployed, and how it stands on given numbers (AWS, "Using Amazon CloudWatch alarms").
 *
 * @param address its address in Terraform
 * @param name its name
 * @param arn its ARN
 * @param acts whether its actions are switched on
 * @param actions who is told when it goes off: ARNs
 * @param okActions who is told when it is over
 * @param watched what it looks at
 * @param rule when it goes off
 */
public record DeployedAlarm(
        String address,
        String name,
        String arn,
        boolean acts,
        List<String> actions,
        List<String> okActions,
        Watched watched,
        AlarmRule rule) {

    /** All that were deployed. */
    public static List<DeployedAlarm> of(Deployment deployment) {
        return deployment
                .of("aws_cloudwatch_metric_alarm")
                .map(DeployedAlarm::of)
                .toList();
    }

    static DeployedAlarm of(Stated alarm) {
        var name = alarm.need("alarm_name");
        return naming(
                name,
                () -> new DeployedAlarm(
                        alarm.address(),
                        name,
                        alarm.need("arn"),
                        alarm.at("actions_enabled").asBoolean(true),
                        alarm.texts("alarm_actions"),
                        alarm.texts("ok_actions"),
                        WatchedReader.read(alarm),
                        rule(alarm)));
    }

    /** How it stands, where it was just created. */
    public State evaluate(List<Datum> data, Instant now) {
        return evaluate(data, now, State.created());
    }

    /**
     * How it stands.
     *
     * @param data what CloudWatch was given, in any order
     * @param now what was given for a period that is not over is not looked at
     * @param before how it stood
     */
    public State evaluate(List<Datum> data, Instant now, State before) {
        var periods = Periods.before(now, watched.period(), rule.range());
        return naming(name, () -> {
            if (isToldBy(data, periods.last(rule.periods()))) {
                var points = watched.series(data, periods).over(periods);
                var state = rule.decide(points, before);
                return new State(state.standing(), watched.parts(data, periods) + ": " + state.why());
            }
            return before.kept("there are too few samples for a percentile");
        });
    }

    /** Whether it looks at a number. */
    public boolean watches(Datum datum) {
        return watched.metrics().stream().anyMatch(metric -> metric.has(datum));
    }

    private boolean isToldBy(List<Datum> data, Periods periods) {
        return switch (watched) {
            case Watched.Computed ignored -> true;
            case Watched.One one ->
                switch (one.metric().statistic()) {
                    case Statistic.Simple ignored -> true;
                    case Statistic.Percentile percentile ->
                        !one.ignoresFew() || !percentile.isLowOn(one.metric().samples(data, periods));
                };
        };
    }

    private static AlarmRule rule(Stated alarm) {
        var periods = alarm.number(0, "evaluation_periods");
        // Where nothing is said of it, the provider writes 0.
        var breaches = alarm.number(0, "datapoints_to_alarm");
        return new AlarmRule(
                periods,
                breaches == 0 ? periods : breaches,
                Comparison.named(alarm.need("comparison_operator")),
                alarm.at("threshold").asDouble(),
                MissingData.named(alarm.text("treat_missing_data").orElse("missing")));
    }

    private static <T> T naming(String name, Supplier<T> what) {
        try {
            return what.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the alarm " + name + " cannot be evaluated: " + e.getMessage(), e);
        }
    }
}
