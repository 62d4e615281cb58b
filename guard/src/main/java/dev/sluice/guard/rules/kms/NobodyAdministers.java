package dev.sluice.guard.rules.kms;

import dev.sluice.guard.cloud.Cloud;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.iam.Effect;
import dev.sluice.guard.iam.Policy;
import dev.sluice.guard.iam.Principals;
import dev.sluice.guard.iam.Statement;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.rule.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A key whose policy nobody can ever change again. */
public final class NobodyAdministers implements Rule {

    private static final Card CARD = new Card(
            "kms-nobody-administers",
            Severity.ERROR,
            "A key's policy lets nobody change it",
            "A key obeys its policy alone: not even the account's root may do what it does not allow. KMS refuses such a "
                    + "policy; told to take it all the same, it makes a key that only AWS Support can open again.",
            "Add a statement that allows arn:<partition>:iam::<account>:root, or a role, kms:PutKeyPolicy and the rest of "
                    + "what administration needs.",
            "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html");

    private static final String CHANGE = "kms:putkeypolicy";

    @Override
    public Card card() {
        return CARD;
    }

    @Override
    public Stream<Finding> look(Cloud cloud) {
        return cloud.of("aws_kms_key").stream().flatMap(key -> found(cloud, key).stream());
    }

    private Optional<Finding> found(Cloud cloud, Resource key) {
        var policy = cloud.rights().policyOf(key);
        if (policy.isEmpty() || policy.get().statements().stream().anyMatch(NobodyAdministers::administers)) {
            return Optional.empty();
        }
        if (policy.get().missing() == Policy.Missing.NOTHING) {
            return Optional.of(broken(key, "no statement of its policy allows anybody kms:PutKeyPolicy"));
        }
        return policy.get().statements().isEmpty()
                ? Optional.empty()
                : Optional.of(cannotTell(key, "not all of its policy can be read, and the rest lets nobody change it"));
    }

    private static boolean administers(Statement statement) {
        boolean somebody = statement
                .principals()
                .filter(names -> names.except()
                        || !names.whole()
                        || names.names().stream().anyMatch(name -> name.kind() != Principals.Kind.SERVICE))
                .isPresent();
        var actions = statement.actions();
        boolean listed = actions.texts().stream().anyMatch(NobodyAdministers::mayMean);
        return statement.effect() == Effect.ALLOW
                && somebody
                && (!actions.whole() || (actions.except() ? !listed : listed));
    }

    private static boolean mayMean(Value.Text pattern) {
        return pattern.literal()
                .map(text -> matches(text.toLowerCase(Locale.ROOT), CHANGE))
                .orElse(true);
    }

    /** Stars as a policy means them: each part in its order, the first at the beginning and the last at the end. */
    private static boolean matches(String pattern, String action) {
        var parts = pattern.split("\\*", -1);
        if (parts.length == 1) {
            return pattern.equals(action);
        }
        if (!action.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int part = 1; part < parts.length - 1; part++) {
            int found = action.indexOf(parts[part], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[part].length();
        }
        var last = parts[parts.length - 1];
        return action.length() - last.length() >= at && action.endsWith(last);
    }
}
