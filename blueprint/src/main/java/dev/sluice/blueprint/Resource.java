package dev.sluice.blueprint;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Something a function is triggered by, uses or fails into. */
public sealed interface Resource {

    /** Lower-case words joined by dashes; part of every deployed name. */
    String name();

    /**
     * A table of items under keys of two parts.
     *
     * @param indexes further ways to find an item; each holds only the items that carry both of its attributes
     */
    record Table(String name, Keys keys, List<Index> indexes) implements Resource {
        public Table {
            Names.check("table", name);
            indexes = List.copyOf(indexes);
        }
    }

    /**
     * The two attributes, both text, that tell items apart.
     *
     * @param partition items with the same value lie together
     * @param sort orders the items of a partition
     */
    record Keys(String partition, String sort) {
        private static final Pattern ATTRIBUTE = Pattern.compile("[a-z][A-Za-z0-9]{1,62}");

        public Keys {
            for (var attribute : List.of(partition, sort)) {
                if (!ATTRIBUTE.matcher(attribute).matches()) {
                    throw new IllegalArgumentException(
                            "a key attribute is letters and digits, a small one first: '" + attribute + "'");
                }
            }
            if (partition.equals(sort)) {
                throw new IllegalArgumentException("a key has two attributes, not '" + sort + "' twice");
            }
        }
    }

    /** A sparse index that finds the keys of the items that carry both of its attributes. */
    record Index(String name, Keys keys) {
        public Index {
            Names.check("index", name);
        }
    }

    /** A topic that fans every message out to each of its subscriptions. */
    record Topic(String name) implements Resource {
        public Topic {
            Names.check("topic", name);
        }
    }

    /**
     * A queue of work: a message that is received is hidden from others until it is removed or its time is up.
     *
     * @param visibilityTimeout how long a message is hidden once it is received, whole seconds up to 12 hours; at least six
     *     times as long as the function that takes it may run, as AWS advises
     * @param retention how long a message stays; 1 minute to 14 days
     * @param receives how many times a message is received at most, 1 to 1,000; then it is a dead letter
     */
    record Queue(String name, Duration visibilityTimeout, Duration retention, int receives, DeadLetterQueue deadLetters)
            implements Resource {
        private static final Duration LONGEST_HIDDEN = Duration.ofHours(12);
        private static final Duration LONGEST_KEPT = Duration.ofDays(14);

        public Queue {
            Names.check("queue", name);
            if (!visibilityTimeout.isPositive()
                    || visibilityTimeout.compareTo(LONGEST_HIDDEN) > 0
                    || visibilityTimeout.toMillisPart() != 0) {
                throw new IllegalArgumentException(
                        name + ": a message is hidden for whole seconds up to 12 hours, not " + visibilityTimeout);
            }
            if (retention.compareTo(Duration.ofMinutes(1)) < 0 || retention.compareTo(LONGEST_KEPT) > 0) {
                throw new IllegalArgumentException(name + ": retention is 1 minute to 14 days, not " + retention);
            }
            if (receives < 1 || receives > 1_000) {
                throw new IllegalArgumentException(name + ": a message is received 1 to 1000 times, not " + receives);
            }
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

    /** A place for documents that are written once and kept, each under a name of its own. */
    record Bucket(String name) implements Resource {
        public Bucket {
            Names.check("bucket", name);
        }
    }

    /**
     * Everything that is deployed in an environment, whoever deployed it: found by the environment's tags and by its suffix
     * in names, and made by nobody here.
     */
    record Environment(String name) implements Resource {
        public Environment {
            Names.check("environment", name);
        }
    }
}
