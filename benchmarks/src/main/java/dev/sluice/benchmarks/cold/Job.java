package dev.sluice.benchmarks.cold;

/**
 * What a function is there for.
 *
 * @param shape of the events that it gets
 * @param check of what it does for each
 */
record Job(Events.Shape shape, Check check) {

    /** Answers, and no more. */
    static final Job HELLO = new Job(Events::webhook, Check.accepted());

    /** The validator's, and that of whatever stands beside it. */
    static final Job VALIDATE = new Job(Events::webhook, Check.accepted().and(Check.asks("Publish")));

    static final Job PROCESS = new Job(Events::topic, Check.asks("TransactWriteItems"));
    static final Job ENRICH = new Job(Events::stream, Check.noFailures().and(Check.asks("UpdateItem")));
    static final Job NOTIFY = new Job(Events::queue, Check.noFailures().and(Check.asks("Publish")));
}
