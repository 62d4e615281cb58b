package dev.sluice.blueprint;

import java.time.Duration;

/** Something a function is triggered by, uses or fails into. */
public sealed interface Resource {

    /** Lower-case words joined by dashes; part of every deployed name. */
    String name();

    /** A table that keeps transactions with the history of their accounts. */
    record Table(String name) implements Resource {
        public Table {
            Names.check("table", name);
        }
    }

    /** A topic that fans every message out to each of its subscriptions. */
    record Topic(String name) implements Resource {
        public Topic {
            Names.check("topic", name);
        }
    }

    /**
     * A queue that keeps what a hop could not deliver, until somebody looks.
     *
     * @param retention how long a message stays; at most 14 days (the longest SQS allows)
     */
    record DeadLetterQueue(String name, Duration retention) implements Resource {
        private static final Duration LONGEST = Duration.ofDays(14);

        public DeadLetterQueue {
            Names.check("queue", name);
            if (retention.compareTo(Duration.ofMinutes(1)) < 0 || retention.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(name + ": retention is 1 minute to 14 days, not " + retention);
            }
        }
    }

    /** The secrets of every source, one secret a source, under one common prefix. */
    record Secrets(String name) implements Resource {
        public Secrets {
            Names.check("secrets", name);
        }
    }
}
