package dev.sluice.compliance.rule;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Origin;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An alarm that was to be there and is not.
 *
 * <p>Of an environment in which no alarm of a stack is there, the stack is not deployed, and nothing is said.
 */
public final class AlarmGone implements Rule {

    private static final Card CARD = new Card(
            "cloudwatch-alarm-gone",
            Severity.ERROR,
            "An alarm that the settings ask for is not there",
            "Nobody is told when what it watched goes wrong, and nothing else shows that it is missing: an alarm that is "
                    + "gone is as quiet as one that is content.",
            "Deploy the stack again, which makes it anew; CloudTrail tells who deleted it (DeleteAlarms). Where it is not "
                    + "wanted, change the setting that asks for it.",
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html");

    private static final String TYPE = "aws_cloudwatch_metric_alarm";

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        if (cloud.graph().origin() != Origin.LIVE) {
            return Stream.empty();
        }
        var there = cloud.graph().of(TYPE).stream()
                .flatMap(alarm -> alarm.at("alarm_name").asText().stream())
                .collect(Collectors.toUnmodifiableSet());
        return cloud.expectations().alarms().stream().flatMap(stack -> missing(stack, there));
    }

    private static Stream<Finding> missing(Set<String> stack, Set<String> there) {
        return stack.stream().noneMatch(there::contains)
                ? Stream.empty()
                : stack.stream().filter(name -> !there.contains(name)).sorted().map(AlarmGone::gone);
    }

    private static Finding gone(String name) {
        var address = TYPE + "." + name;
        return new Finding(CARD, new Finding.Broken("there is no alarm " + name), address, new Place(address, 0));
    }
}
