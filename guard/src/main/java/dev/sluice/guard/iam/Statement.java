package dev.sluice.guard.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One statement of a policy.
 *
 * @param sid its name, where it has one that is known
 * @param effect what it does
 * @param principals whom it is about; empty in an identity's policy, which is about whoever it is attached to
 * @param actions what they do
 * @param resources with what
 * @param conditions under which conditions; all of them must hold
 */
public record Statement(
        Optional<String> sid,
        Effect effect,
        Optional<Principals> principals,
        Patterns actions,
        Patterns resources,
        List<Condition> conditions) {

    public Statement {
        conditions = List.copyOf(conditions);
    }

    /** A statement without a name, principals and conditions. */
    public static Statement of(Effect effect, Patterns actions, Patterns resources) {
        return new Statement(Optional.empty(), effect, Optional.empty(), actions, resources, List.of());
    }

    /** The same statement under one more condition. */
    public Statement when(Condition condition) {
        var all = new ArrayList<>(conditions);
        all.add(condition);
        return new Statement(sid, effect, principals, actions, resources, all);
    }

    /** The same statement, about these principals. */
    public Statement about(Principals who) {
        return new Statement(sid, effect, Optional.of(who), actions, resources, conditions);
    }
}
