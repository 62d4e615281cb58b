package dev.sluice.guard.rules.cloudwatch;

import dev.sluice.guard.cloud.Alarms.Metric;
import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Set;
import java.util.stream.Stream;

/** An alarm that should ring when nothing happens any more, and does not. */
public final class SilenceUnheard implements Rule {

    private static final Card CARD = new Card(
            "cloudwatch-silence-unheard",
            Severity.WARNING,
            "An alarm on too few events is silent when there are none",
            "Where nothing happens there is no data: neither a zero nor a number below the threshold. The alarm goes to "
                    + "INSUFFICIENT_DATA, or stays OK, on the day it was made for.",
            "treat_missing_data = \"breaching\".",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html");

    private static final Set<String> TOO_FEW = Set.of("LessThanThreshold", "LessThanOrEqualToThreshold");
    private static final Set<String> COUNTS = Set.of("Sum", "SampleCount");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.alarms().all().stream()
                .filter(alarm -> cloud.text(alarm, "comparison_operator")
                                .filter(TOO_FEW::contains)
                                .isPresent()
                        && !cloud.alarms().hasExpression(alarm)
                        && !hears(cloud, alarm)
                        && !tellsOfOkOnly(alarm)
                        && !scales(alarm))
                .flatMap(alarm -> cloud.alarms().metrics(alarm).stream()
                        .filter(SilenceUnheard::counts)
                        .limit(1)
                        .map(metric -> broken(alarm, said(cloud, alarm, metric))));
    }

    private static String said(Cloud cloud, Resource alarm, Metric metric) {
        return "it waits for too few " + metric.name() + ", and treats missing data as "
                + cloud.text(alarm, "treat_missing_data").orElse("missing");
    }

    private static boolean counts(Metric metric) {
        return metric.statistic().asText().filter(COUNTS::contains).isPresent();
    }

    /** Missing data breaches, or is not known to do something else, or is told of by an action of its own. */
    private static boolean hears(Cloud cloud, Resource alarm) {
        var treated = cloud.at(alarm, "treat_missing_data");
        boolean breaching = treated.asText().filter("breaching"::equals).isPresent();
        boolean told = !alarm.at("insufficient_data_actions").each().isEmpty()
                && (treated.isAbsent()
                        || treated.asText().filter("missing"::equals).isPresent());
        return breaching || told || (!treated.isAbsent() && !treated.isKnown());
    }

    /** It waits for what happens, not for what does not: it is silent while nothing happens, and tells when it is over. */
    private static boolean tellsOfOkOnly(Resource alarm) {
        return alarm.at("alarm_actions").each().isEmpty()
                && !alarm.at("ok_actions").each().isEmpty();
    }

    /** What takes machines away when there is little to do is no alarm for people. */
    private static boolean scales(Resource alarm) {
        return Stream.of("alarm_actions", "ok_actions")
                .map(alarm::at)
                .map(Value::references)
                .anyMatch(references -> references.stream()
                        .anyMatch(reference -> reference.address().contains("scaling")));
    }
}
