package dev.sluice.integration.sandbox.removal;

import dev.sluice.integration.sandbox.deployed.Deployment;
import java.util.List;
import java.util.function.Supplier;

/**
 * Something that is taken out of what was deployed, to see that the suite misses it.
 *
 * @param kind what it is
 * @param what which one, for people: {@code sluice-enricher-dev: dynamodb:Query (ReadsTransactions)}
 * @param names what a message that names the cause says: one of these
 * @param after what is deployed without it
 */
public record Removal(Kind kind, String what, List<String> names, Supplier<Deployment> after) {

    public Removal {
        names = List.copyOf(names);
    }

    /** Nothing at all is taken out: nobody may miss it. */
    public static Removal none(Deployment deployment) {
        return new Removal(Kind.ACTION, "nothing", List.of(), () -> deployment);
    }

    /** Whether something that was said names it. */
    public boolean isNamedIn(String said) {
        return names.stream().anyMatch(said::contains);
    }

    /** What can be taken out. */
    public enum Kind {
        ACTION("an action that a role may do"),
        STATEMENT("a statement of a resource's policy"),
        DENIAL("a statement that denies"),
        TRUST("a role's trust policy"),
        VARIABLE("an environment variable"),
        SUBSCRIPTION("a subscription"),
        SOURCE("an event source mapping"),
        FILTER("an event source's filter"),
        PARTIAL_FAILURES("an event source's partial failures"),
        FAILURE_DESTINATION("a stream's failure destination"),
        DEAD_LETTER_TARGET("a function's dead-letter target"),
        REDRIVE("a subscription's dead-letter queue"),
        SCHEDULE("a schedule's target"),
        PERMISSION("a permission to invoke"),
        ROUTE("a route of the API"),
        USAGE_PLAN("a usage plan's key"),
        ALARM("an alarm");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** Whether it is something that somebody may do. */
        public boolean isRight() {
            return switch (this) {
                case ACTION, STATEMENT, TRUST -> true;
                case DENIAL,
                        VARIABLE,
                        SUBSCRIPTION,
                        SOURCE,
                        FILTER,
                        PARTIAL_FAILURES,
                        FAILURE_DESTINATION,
                        DEAD_LETTER_TARGET,
                        REDRIVE,
                        SCHEDULE,
                        PERMISSION,
                        ROUTE,
                        USAGE_PLAN,
                        ALARM -> false;
            };
        }

        /** In words. */
        public String words() {
            return words;
        }
    }

    /** A deployment without one of its resources. */
    public static Deployment resource(Deployment deployment, String address) {
        return State.without(deployment, address);
    }

    @Override
    public String toString() {
        return kind.words() + ": " + what;
    }
}
