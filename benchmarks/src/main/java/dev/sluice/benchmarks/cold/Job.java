package dev.sluice.benchmarks.cold;

/**
 * What a function is there for.
 *
 * @param shape of the events that it gets
 * @param check of what it does for each
 */
record Job(Events.Shape shape, Check check) {

    /** Answers, and no more. */
    static final Job HELLO = new Job(Events.WEBHOOK, Check.accepted());

    /** The validator's, and that of whatever stands beside it. */
    static final Job VALIDATE = new Job(Events.WEBHOOK, Check.accepted().and(Check.asks("Publish")));

    static final Job PROCESS = new Job(Events.TOPIC, Check.asks("TransactWriteItems"));
    static final Job ENRICH = new Job(Events.STREAM, Check.noFailures().and(Check.asks("UpdateItem")));
    static final Job NOTIFY = new Job(Events.QUEUE, Check.noFailures().and(Check.asks("Publish")));
}
