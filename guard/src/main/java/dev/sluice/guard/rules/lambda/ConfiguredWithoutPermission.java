package dev.sluice.guard.rules.lambda;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.iam.Context;
import dev.sluice.guard.iam.Decision;
import dev.sluice.guard.iam.Effect;
import dev.sluice.guard.iam.Statement;
import dev.sluice.guard.iam.Target;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Locale;
import java.util.stream.Stream;

/** A function that is told the name of something its role may do nothing with. */
public final class ConfiguredWithoutPermission implements Rule {

    private static final Card CARD = new Card(
            "lambda-configured-without-permission",
            Severity.ERROR,
            "A function is configured with something its role may not use",
            "Its environment names the resource, so its code uses it, and the first call fails with AccessDenied: after the "
                    + "deploy, in front of whoever sent the event.",
            "Allow the role the actions its code calls on this resource, or take the variable out.",
            "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html");

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.functions().all().stream()
                .flatMap(function -> Configured.of(cloud, function).stream()
                        .flatMap(configured -> found(cloud, function, configured)));
    }

    private Stream<Finding> found(Cloud cloud, Resource function, Configured configured) {
        var resource = configured.resource();
        var use = Use.of(resource.type()).orElseThrow();
        var decisions = use.within().stream()
                .map(suffix -> Target.within(resource, suffix))
                .flatMap(target -> use.actions().stream()
                        .map(action -> use.service() + ":" + action)
                        .map(action -> cloud.rights().may(function, action, resource, target, Context.unknown())))
                .toList();
        if (decisions.stream().anyMatch(Decision::isAllowed) || isSpokenOf(cloud, function, resource, use)) {
            return Stream.empty();
        }
        var names = configured.variable() + " names " + resource;
        if (mayHandOn(cloud, function)) {
            return Stream.of(cannotTell(function, names + ", which its role may not use; another role of its may"));
        }
        var open = decisions.stream()
                .filter(Decision.CannotTell.class::isInstance)
                .map(Decision.CannotTell.class::cast)
                .findFirst();
        return Stream.of(open.map(decision -> cannotTell(function, names + ": " + decision.why()))
                .orElseGet(() -> broken(
                        function,
                        names + ", and its role may do nothing with it: not " + some(use) + ", nor anything else")));
    }

    private static String some(Use use) {
        return use.service() + ":"
                + String.join(", " + use.service() + ":", use.actions().subList(0, 2));
    }

    /**
     * What is allowed for a part of a resource, such as a bucket's objects under a prefix, is allowed something; so is what
     * is allowed for a resource that stands for it, such as a table's replica.
     */
    private static boolean isSpokenOf(Cloud cloud, Resource function, Resource resource, Use use) {
        return allowing(cloud, function)
                .filter(statement -> statement.actions().texts().stream()
                        .anyMatch(action -> action.toString().startsWith(use.service() + ":")))
                .flatMap(statement -> statement.resources().texts().stream())
                .flatMap(text -> text.references().stream())
                .flatMap(reference -> cloud.graph().at(reference.address()).stream())
                .anyMatch(named -> named.equals(resource)
                        || (!named.data()
                                && cloud.graph().referringTo(resource).contains(named)
                                && named.type().startsWith(resource.type())));
    }

    /** Whether the name may be for somebody else, to whom the function gives a role, or as whom it acts. */
    private static boolean mayHandOn(Cloud cloud, Resource function) {
        return allowing(cloud, function)
                .flatMap(statement -> statement.actions().texts().stream())
                .map(action -> action.toString().toLowerCase(Locale.ROOT))
                .anyMatch(action -> action.equals("iam:passrole") || action.equals("sts:assumerole"));
    }

    private static Stream<Statement> allowing(Cloud cloud, Resource function) {
        return cloud.rights().role(function).stream()
                .flatMap(role -> cloud.rights().policies(role).stream())
                .flatMap(policy -> policy.statements().stream())
                .filter(statement -> statement.effect() == Effect.ALLOW);
    }
}
