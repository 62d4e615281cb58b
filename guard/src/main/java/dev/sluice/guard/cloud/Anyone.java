package dev.sluice.guard.cloud;

import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Condition;
import dev.sluice.guard.iam.Effect;
import dev.sluice.guard.iam.Policy;
import dev.sluice.guard.iam.Principals;
import dev.sluice.guard.iam.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a resource's policy lets anyone in (AWS, "IAM Access Analyzer: How public access is determined"; Amazon S3, "The
 * meaning of public").
 */
public final class Anyone {

    /** What of a request says who makes it, or from where; in small letters, as keys are compared without regard to case. */
    private static final Set<String> WHO = Set.of(
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalisawsservice",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalservicename",
            "aws:principalservicenameslist",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceip",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "aws:sourceowner",
            "aws:sourcevpc",
            "aws:sourcevpcarn",
            "aws:sourcevpce",
            "aws:userid",
            "aws:username",
            "aws:vpceaccount",
            "aws:vpceorgid",
            "aws:vpceorgpaths",
            "aws:vpcsourceip",
            "elasticfilesystem:accesspointarn",
            "kms:calleraccount",
            "lambda:eventsourcetoken",
            "s3:dataaccesspointaccount",
            "s3:dataaccesspointarn",
            "sts:externalid");

    private Anyone() {}

    /** The statement that lets anyone in; empty where none does, as far as the policy could be read. */
    public static Optional<Statement> letInBy(Policy policy) {
        boolean keptOut = policy.statements().stream().anyMatch(Anyone::keepsOut);
        return policy.statements().stream()
                .filter(statement -> !keptOut
                        && statement.effect() == Effect.ALLOW
                        && isAnyone(statement)
                        && statement.conditions().stream().noneMatch(Anyone::narrows))
                .findFirst();
    }

    private static boolean isAnyone(Statement statement) {
        return statement
                .principals()
                .filter(who -> who.except() || who.names().stream().anyMatch(Anyone::isStar))
                .isPresent();
    }

    private static boolean isStar(Principals.Name name) {
        return name.kind() == Principals.Kind.AWS
                && name.text().literal().filter("*"::equals).isPresent();
    }

    /** A denial of everyone but some does what a condition of the permission would. */
    private static boolean keepsOut(Statement statement) {
        return statement.effect() == Effect.DENY
                && isAnyone(statement)
                && statement.conditions().stream()
                        .anyMatch(condition ->
                                isAboutWho(condition) && operator(condition).contains("not"));
    }

    private static boolean narrows(Condition condition) {
        var operator = operator(condition);
        // "…IfExists" and "ForAllValues:…" hold for a request that does not have the key.
        return isAboutWho(condition)
                && !operator.contains("not")
                && !operator.endsWith("ifexists")
                && !operator.startsWith("forallvalues:")
                && !operator.equals("null")
                && condition.values().stream().noneMatch(Anyone::isEveryone);
    }

    private static boolean isAboutWho(Condition condition) {
        var key = condition.key().toLowerCase(Locale.ROOT);
        return WHO.contains(key) || key.startsWith("aws:principaltag/");
    }

    private static String operator(Condition condition) {
        return condition.operator().toLowerCase(Locale.ROOT);
    }

    private static boolean isEveryone(Value.Text value) {
        return value.literal()
                .filter(text -> Set.of("*", "0.0.0.0/0", "::/0").contains(text)
                        || text.matches("arn:[a-z*-]{1,20}:[a-z0-9*-]{1,40}:[a-z0-9*-]{0,20}:\\*?:\\*"))
                .isPresent();
    }
}
