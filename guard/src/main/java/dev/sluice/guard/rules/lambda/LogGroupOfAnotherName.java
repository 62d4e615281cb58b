package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.stream.Stream;

/** A log group that is meant for a function and has another name than the function's group. */
public final class LogGroupOfAnotherName implements Rule {

    private static final Card CARD = new Card(
            "lambda-log-group-of-another-name",
            Severity.WARNING,
            "A log group is not called as its function is",
            "The function writes to /aws/lambda/ and its own name. The group that was made for it, with its retention, its "
                    + "filters and its alarms, stays empty.",
            "Write the group's name as \"/aws/lambda/${aws_lambda_function.NAME.function_name}\", both from one local where "
                    + "the function depends on the group, or name the group in the function's logging_config.",
            "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream()
                .flatMap(function -> cloud.logGroups().meantFor(function).stream()
                        .map(group -> broken(
                                group,
                                "it is called " + cloud.at(group, "name") + ", and " + function + " writes to "
                                        + cloud.graph()
                                                .spelled(cloud.logGroups().name(function)))));
    }
}
