package dev.sluice.integration.sandbox.authorize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults that calls of functions' roles meet, and no one else's. The first that is about a call is met.
 *
 * <p>An action is an operation, {@code dynamodb:TransactWriteItems}, or a right that an operation needs:
 * {@code sqs:SendMessage} is about a {@code SendMessageBatch} too.
 */
public final class Faults {

    private static final int WITHOUT_END = -1;

    private record Planned(String action, Optional<String> role, Fault fault, int left) {

        boolean isAbout(String caller, Hearing hearing) {
            return role.filter(only -> !only.equals(caller)).isEmpty()
                    && hearing.actions().anyMatch(action::equals);
        }

        Optional<Planned> met() {
            if (left == WITHOUT_END) {
                return Optional.of(this);
            }
            return left > 1 ? Optional.of(new Planned(action, role, fault, left - 1)) : Optional.empty();
        }
    }

    private final List<Planned> planned = new ArrayList<>();

    /** The next so many calls meet it, whoever's they are. */
    public void next(String action, int times, Fault fault) {
        plan(new Planned(action, Optional.empty(), fault, positive(times)));
    }

    /** The next so many calls of one role meet it. */
    public void next(String action, int times, Fault fault, String role) {
        plan(new Planned(action, Optional.of(role), fault, positive(times)));
    }

    /** All calls meet it from now on, whoever's they are. */
    public void always(String action, Fault fault) {
        plan(new Planned(action, Optional.empty(), fault, WITHOUT_END));
    }

    /** All calls of one role meet it from now on. */
    public void always(String action, Fault fault, String role) {
        plan(new Planned(action, Optional.of(role), fault, WITHOUT_END));
    }

    /** Nothing is met any more. */
    public synchronized void clear() {
        planned.clear();
    }

    /** What a role's call meets. */
    synchronized Optional<Fault> meet(String role, Hearing hearing) {
        for (int i = 0; i < planned.size(); i++) {
            var each = planned.get(i);
            if (each.isAbout(role, hearing)) {
                var rest = each.met();
                if (rest.isPresent()) {
                    planned.set(i, rest.get());
                } else {
                    planned.remove(i);
                }
                return Optional.of(each.fault());
            }
        }
        return Optional.empty();
    }

    private synchronized void plan(Planned fault) {
        planned.add(fault);
    }

    private static int positive(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("a fault is met at least once, not " + times + " times");
        }
        return times;
    }
}
