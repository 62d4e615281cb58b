package dev.sluice.guard.rules.cloudwatch;

import dev.sluice.guard.cloud.Alarms.Metric;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An alarm that says it watches a rate of errors, and counts them. */
public final class CountClaimedAsRate implements Rule {

    private static final Card CARD = new Card(
            "cloudwatch-count-claimed-as-rate",
            Severity.WARNING,
            "An alarm on a number of errors claims to watch their rate",
            "The threshold is a count: at a busy hour it rings at a thousandth, in a quiet night it is silent when every "
                    + "call fails. Whoever is woken reads a percentage that is none.",
            "Divide in a metric_query: an expression such as 100 * errors / invocations, with both metrics; for an API the "
                    + "statistic Average of 5XXError is the share. Or name the alarm for what it counts.",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/"
                    + "Create-alarm-on-metric-math-expression.html");

    private static final Pattern ERRORS = Pattern.compile("(?i)errors?$|^[45]xx|failures?$|faults?$");
    private static final Pattern RATE = Pattern.compile("\\b(rate|percent|percentage|pct|ratio|share)\\b|%");

    /** A number of errors in a time is a rate of another kind; a limit of a rate is none. */
    private static final Pattern NOT_A_SHARE = Pattern.compile(
            "\\brate (of|limit|limits|limited|limiting|exceeded)\\b"
                    + "|\\b(per|a|each) (second|minute|hour|day|\\d)|\\b(in|within|every) \\d+ ?(s|min|h|d)|/ ?(s|sec|min|hour)\\b");

    private static final int LONGEST = 2_000;

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.alarms().all().stream()
                .filter(alarm -> !cloud.alarms().hasExpression(alarm))
                .flatMap(alarm -> cloud.alarms().metrics(alarm).stream()
                        .filter(CountClaimedAsRate::countsErrors)
                        .limit(1)
                        .flatMap(metric ->
                                claim(cloud, alarm).stream().map(claim -> broken(alarm, said(metric, claim)))));
    }

    private static String said(Metric metric, String claim) {
        return "it is the sum of " + metric.name() + ", and its " + claim + " says otherwise";
    }

    private static boolean countsErrors(Metric metric) {
        return metric.statistic().asText().filter("Sum"::equals).isPresent()
                && metric.name()
                        .asText()
                        .filter(name -> ERRORS.matcher(name).find())
                        .isPresent();
    }

    private static Optional<String> claim(Cloud cloud, Resource alarm) {
        if (claims(cloud.at(alarm, "alarm_name").toString())) {
            return Optional.of("name");
        }
        if (claims(cloud.at(alarm, "alarm_description").toString())) {
            return Optional.of("description");
        }
        return claims(alarm.name()) ? Optional.of("address") : Optional.empty();
    }

    private static boolean claims(String text) {
        var words = text.substring(0, Math.min(LONGEST, text.length()))
                .replaceAll("\\$\\{[^}]{0,200}}", " ")
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
                .replaceAll("[_.-]", " ")
                .toLowerCase(Locale.ROOT);
        return RATE.matcher(words).find() && !NOT_A_SHARE.matcher(words).find();
    }
}
