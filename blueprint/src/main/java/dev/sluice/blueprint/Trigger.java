package dev.sluice.blueprint;

import java.time.Duration;

/** What makes a function run. */
public sealed interface Trigger {

    /** A request on a route of the API; the caller waits for the answer. */
    record Route(Method method, String path, Access access) implements Trigger {
        public Route {
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("a path starts with a slash: '" + path + "'");
            }
        }
    }

    /**
     * A message on a topic; the topic invokes asynchronously.
     *
     * @param undelivered where the topic itself puts what it could not hand over (a missing permission, say)
     */
    record Subscription(Resource.Topic topic, Resource.DeadLetterQueue undelivered) implements Trigger {}

    /**
     * Items that appear in a table, in the order they were written for each key, a batch at a time.
     *
     * <p>The function answers which record of a batch failed first: those before it are done, it and those behind it come
     * again. A batch that fails as a whole is halved until the one that fails stands alone.
     *
     * @param sortKey only new items under that sort key; changes of an item are not told
     * @param batch how many records are handed over at once, 1 to 1,000
     * @param parallel how many batches of one shard run at once, each of other keys, 1 to 10
     * @param retries how many times a record is tried again, 0 to 10,000
     * @param longestAge an older record is not tried again, 1 minute to 7 days
     * @param deadLetters where the position of what was given up on goes
     */
    record Stream(
            Resource.Table table,
            String sortKey,
            int batch,
            int parallel,
            int retries,
            Duration longestAge,
            Resource.DeadLetterQueue deadLetters)
            implements Trigger {
        public Stream {
            within("batch", batch, 1, 1_000);
            within("parallel", parallel, 1, 10);
            within("retries", retries, 0, 10_000);
            if (longestAge.compareTo(Duration.ofMinutes(1)) < 0 || longestAge.compareTo(Duration.ofDays(7)) > 0) {
                throw new IllegalArgumentException("a record's longest age is 1 minute to 7 days, not " + longestAge);
            }
        }
    }

    /**
     * Messages of a queue, a batch at a time; the function answers which of them failed, the others are removed.
     *
     * @param batch how many messages are handed over at once, 1 to 10
     * @param concurrency how many batches run at once, 2 to 1,000
     */
    record Messages(Resource.Queue queue, int batch, int concurrency) implements Trigger {
        public Messages {
            within("batch", batch, 1, 10);
            within("concurrency", concurrency, 2, 1_000);
        }
    }

    /**
     * Time itself: called again and again, each call asynchronous.
     *
     * @param name lower-case words joined by dashes
     * @param every how long from one call to the next where nobody says otherwise, whole minutes
     */
    record Schedule(String name, Duration every) implements Trigger {
        public Schedule {
            Names.check("schedule", name);
            if (every.compareTo(Duration.ofMinutes(1)) < 0 || every.toSecondsPart() != 0 || every.toNanosPart() != 0) {
                throw new IllegalArgumentException(name + ": a schedule is whole minutes, not " + every);
            }
        }
    }

    private static void within(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " is " + least + " to " + most + ", not " + value);
        }
    }

    /** HTTP methods the API knows. */
    enum Method {
        GET,
        POST
    }

    /** Who may call a route. */
    enum Access {
        /** A sender: an API key that meters, and a signature that the function itself checks. */
        SENDER,
        /** An operator: IAM in the cloud, the access file's operator token on one machine. */
        OPERATOR
    }
}
