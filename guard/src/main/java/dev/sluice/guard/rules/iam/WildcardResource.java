package dev.sluice.guard.rules.iam;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.IdentityPolicies.Written;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Condition;
import dev.sluice.guard.iam.Effect;
import dev.sluice.guard.iam.Statement;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A role, user or group that may do something with every resource of a kind. */
public final class WildcardResource implements Rule {

    private static final Card CARD = new Card(
            "iam-wildcard-resource",
            Severity.WARNING,
            "An identity may do with every resource what could be allowed for one",
            "The permission reaches every table, queue, key or bucket of the account, those of other systems and those "
                    + "that are made later among them.",
            "Name the ARNs that are meant. On \"*\" belongs only what knows no resources, such as "
                    + "xray:PutTraceSegments: a statement of its own.",
            "https://docs.aws.amazon.com/service-authorization/latest/reference/"
                    + "reference_policies_actions-resources-contextkeys.html");

    /** A text message is published to no topic, and its permission has no narrower resource (AWS, "Mobile text"). */
    private static final String TEXT_MESSAGES = "sns:publish";

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.identityPolicies().written().stream().flatMap(written -> found(cloud, written));
    }

    private Stream<Finding> found(Cloud cloud, Written written) {
        var wide = written.policy().statements().stream()
                .filter(WildcardResource::isWide)
                .flatMap(statement -> statement.actions().texts().stream())
                .flatMap(action -> action.literal().stream())
                .filter(KnownActions::any)
                .distinct()
                .toList();
        var others = wide.stream()
                .filter(action -> !action.toLowerCase(Locale.ROOT).equals(TEXT_MESSAGES)
                        || !cloud.of("aws_sns_topic").isEmpty())
                .toList();
        if (!others.isEmpty()) {
            return Stream.of(broken(written.by(), "allows " + Listed.of(others) + " on everything there is"));
        }
        if (!wide.isEmpty()) {
            return Stream.of(cannotTell(
                    written.by(), "allows sns:Publish on \"*\", which text messages need and topics do not"));
        }
        return written.policy().complete()
                ? Stream.empty()
                : Stream.of(cannotTell(written.by(), "not all of its policy can be read"));
    }

    private static boolean isWide(Statement statement) {
        return statement.effect() == Effect.ALLOW
                && !statement.actions().except()
                && !statement.resources().except()
                && literals(statement.resources().texts()).anyMatch(WildcardResource::isEverything)
                && statement.conditions().stream().noneMatch(WildcardResource::narrows);
    }

    /** {@code *}, or an ARN that leaves region, account and resource open. */
    private static boolean isEverything(String resource) {
        return resource.matches("\\*+|arn:[a-z*-]{1,20}:[a-z0-9*-]{1,40}:\\*?:\\*?:\\*([:/]\\*)?");
    }

    /** Keys of a service tell of what is done with which resource; those of AWS as a whole mostly of who does it. */
    private static boolean narrows(Condition condition) {
        var key = condition.key().toLowerCase(Locale.ROOT);
        return !key.startsWith("aws:") || key.startsWith("aws:resource") || key.startsWith("aws:calledvia");
    }

    private static Stream<String> literals(List<Value.Text> texts) {
        return texts.stream().flatMap(text -> text.literal().stream());
    }
}
