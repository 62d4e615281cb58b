package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A function whose log is kept for ever. */
public final class NoLogRetention implements Rule {

    private static final Card CARD = new Card(
            "lambda-no-log-retention",
            Severity.WARNING,
            "A function has no log group of its own with a retention",
            "Lambda makes a group that keeps every line for ever, without a key and without tags. To add the group to "
                    + "Terraform later fails, as it is there already.",
            "Add an aws_cloudwatch_log_group that is called /aws/lambda/ and the function's name, with retention_in_days, and "
                    + "let the function depend on it.",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream().flatMap(function -> found(cloud, function));
    }

    private Stream<Finding> found(Cloud cloud, Resource function) {
        var group = cloud.logGroups().of(function);
        // A group of another name is what another rule speaks about.
        if (group.isEmpty() && !cloud.logGroups().meantFor(function).isEmpty()) {
            return Stream.empty();
        }
        if (group.isEmpty()) {
            return Stream.of(
                    cloud.logGroups().mayBeAmong(function)
                            ? cannotTell(function, "which log group is its own is decided by a deploy")
                            : broken(
                                    function,
                                    "there is no aws_cloudwatch_log_group "
                                            + cloud.logGroups().name(function)));
        }
        var retention = cloud.at(group.get(), "retention_in_days");
        boolean forEver = retention.isAbsent()
                || retention.asNumber().filter(days -> days.signum() == 0).isPresent();
        return forEver
                ? Stream.of(broken(function, "its log group " + group.get() + " has no retention_in_days"))
                : Stream.empty();
    }
}
