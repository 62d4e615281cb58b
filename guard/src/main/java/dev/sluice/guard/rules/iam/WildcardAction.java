package dev.sluice.guard.rules.iam;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.cloud.IdentityPolicies.Attached;
import dev.sluice.guard.cloud.IdentityPolicies.Written;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Effect;
import dev.sluice.guard.iam.Statement;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A role, user or group that may do everything, or everything of a service. */
public final class WildcardAction implements Rule {

    private static final Card CARD = new Card(
            "iam-wildcard-action",
            Severity.WARNING,
            "An identity may do everything, or everything of a service",
            "Whoever gets hold of these credentials, or makes the code do what it was not meant to, may also delete, open "
                    + "and give away, and what AWS adds to the service next year.",
            "List the actions that the code calls: dynamodb:GetItem and dynamodb:PutItem, not dynamodb:*.",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege");

    private static final Set<String> OF_EVERYTHING = Set.of("AdministratorAccess", "PowerUserAccess");

    /** Called full by AWS, and of what clients of an API or of a file system do. */
    private static final Set<String> OF_CLIENTS =
            Set.of("AmazonAPIGatewayInvokeFullAccess", "AmazonElasticFileSystemClientFullAccess");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        var policies = cloud.identityPolicies();
        return Stream.concat(
                policies.written().stream().flatMap(this::written),
                policies.attached().stream().flatMap(this::attached));
    }

    private Stream<Finding> written(Written written) {
        var wide = written.policy().statements().stream()
                .filter(statement -> statement.effect() == Effect.ALLOW)
                .flatMap(WildcardAction::wide)
                .distinct()
                .toList();
        if (!wide.isEmpty()) {
            return Stream.of(broken(written.by(), "allows " + Listed.of(wide)));
        }
        return written.policy().complete()
                ? Stream.empty()
                : Stream.of(cannotTell(written.by(), "not all of its policy can be read"));
    }

    private static Stream<String> wide(Statement statement) {
        if (statement.actions().except()) {
            return Stream.of(
                    "everything but " + Listed.of(literals(statement.actions().texts())));
        }
        return literals(statement.actions().texts()).stream()
                .filter(action -> action.matches("\\*|\\*:\\*|[A-Za-z0-9-]{1,64}:\\*"));
    }

    private static List<String> literals(List<Value.Text> texts) {
        return texts.stream().flatMap(text -> text.literal().stream()).toList();
    }

    private Stream<Finding> attached(Attached attached) {
        boolean wide = OF_EVERYTHING.contains(attached.name())
                || (attached.name().endsWith("FullAccess") && !OF_CLIENTS.contains(attached.name()));
        return wide ? Stream.of(broken(attached.by(), "attaches " + attached.name())) : Stream.empty();
    }
}
