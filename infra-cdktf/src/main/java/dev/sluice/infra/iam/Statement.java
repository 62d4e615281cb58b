package dev.sluice.infra.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a policy allows or denies.
 *
 * <p>No allowed action is a pattern: a policy says exactly what is done, and what is not said is not allowed. What is denied
 * may be everything of a service.
 *
 * @param sid tells the statements of a policy apart: letters and digits
 * @param principals who may, in a policy that belongs to a resource; nobody is named in one that belongs to a role
 * @param actions such as {@code sqs:SendMessage}
 * @param resources ARNs
 * @param conditions what must hold besides, all of it
 */
public record Statement(
        String sid,
        Effect effect,
        Optional<Principal> principals,
        List<String> actions,
        List<String> resources,
        List<Condition> conditions) {

    /** What becomes of it. */
    public enum Effect {
        ALLOW("Allow", "[a-z0-9-]+:[A-Za-z]+"),
        DENY("Deny", "[a-z0-9-]+:([A-Za-z]+|\\*)");

        private final String word;
        private final String action;

        Effect(String word, String action) {
            this.word = word;
            this.action = action;
        }

        /** As a policy has it. */
        String word() {
            return word;
        }
    }

    /** Who is allowed or denied something. */
    public sealed interface Principal {

        /** A service of AWS, such as {@code sns.amazonaws.com}. */
        record Service(String name) implements Principal {}

        /** An account, named by its root's ARN: whoever its own policies allow it to. */
        record Account(String arn) implements Principal {}

        /** Everybody there is, to whom something can be denied and nothing is allowed. */
        record Everybody() implements Principal {}
    }

    /**
     * A condition of a statement.
     *
     * @param operator such as {@code StringEquals}
     * @param key such as {@code aws:SourceAccount}
     * @param values of which one must match
     */
    public record Condition(String operator, String key, List<String> values) {
        public Condition {
            values = List.copyOf(values);
        }
    }

    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
        for (var action : actions) {
            if (!action.matches(effect.action)) {
                throw new IllegalArgumentException(sid + ": an action is named in full, not '" + action + "'");
            }
        }
        if (effect == Effect.ALLOW
                && principals.filter(Principal.Everybody.class::isInstance).isPresent()) {
            throw new IllegalArgumentException(sid + ": nothing is allowed to everybody");
        }
    }

    /** A statement of a role's policy. */
    public static Statement allow(String sid, List<String> actions, List<String> resources) {
        return new Statement(sid, Effect.ALLOW, Optional.empty(), actions, resources, List.of());
    }

    /** What nobody may, whatever else allows it: a statement of a resource's policy. */
    public static Statement deny(String sid, List<String> actions, List<String> resources) {
        return new Statement(sid, Effect.DENY, Optional.of(new Principal.Everybody()), actions, resources, List.of());
    }

    /** The same for that principal alone: a statement of a resource's policy. */
    public Statement to(Principal principal) {
        return new Statement(sid, effect, Optional.of(principal), actions, resources, conditions);
    }

    /** The same under one more condition. */
    public Statement when(String operator, String key, String... values) {
        var more = new ArrayList<>(conditions);
        more.add(new Condition(operator, key, List.of(values)));
        return new Statement(sid, effect, principals, actions, resources, more);
    }
}
