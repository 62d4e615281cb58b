package dev.sluice.console.overview;

import java.util.Locale;

/**
 * What goes from one part to another.
 *
 * @param label how it is named beside its line
 */
record Edge(Part from, Part to, Kind kind, String label) {

    /** What kind of thing goes there. */
    enum Kind {
        ROUTE(true),
        SUBSCRIPTION(true),
        STREAM(true),
        MESSAGES(true),
        PUBLISHES(true),
        SENDS(true),
        WRITES(true),
        UPDATES(false),
        READS(false),
        FAILS(false);

        private final boolean onward;

        Kind(boolean onward) {
            this.onward = onward;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a transaction goes on by it. */
    boolean isOnward() {
        return kind.onward;
    }
}
