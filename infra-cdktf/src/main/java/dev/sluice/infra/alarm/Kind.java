package dev.sluice.infra.alarm;

/** What an alarm means, and what whoever is on call does about it. */
public enum Kind {
    ERRORS(
            "errors",
            "Too large a share of a function's invocations ends in an error.",
            "Read the function's log group: a line of level ERROR names the failure, and in `dependency` what did not answer."
                    + " What failed is tried again by whoever invoked it and ends in the function's dead-letter queue; once the"
                    + " cause is gone, redrive it."),
    FAILED_RECORDS(
            "failed records",
            "Too large a share of the records or messages handed to a function comes back as failed.",
            "Lambda counts a batch that failed in part as a success, so this is the function's own count. Read its log group"
                    + " as for errors. The records come again by themselves; until they pass, those behind them in the same"
                    + " shard wait."),
    DURATION(
            "duration",
            "The slowest hundredth of a function's invocations comes close to its timeout.",
            "Look at the trace of a slow one: what it waits for is the store, a topic, a queue or a start. More memory is"
                    + " also more processor (`function.NAME.memory`); a cold start is answered by `function.NAME.start`."),
    THROTTLES(
            "throttles",
            "Lambda refused the function executions.",
            "Either its `reserved_concurrency` is used up or the account's is. Topics, streams and queues try again; a sender"
                    + " reads 429 or 5xx and tries again. Raise the reservation, or the quota, if it lasts."),
    RECURSION(
            "recursion",
            "Lambda stopped a loop in which the function caused its own invocation.",
            "Nothing in the pipeline does: look at what was deployed beside it, or subscribed by hand."),
    LOST(
            "lost",
            "Something could not even be kept as a dead letter.",
            "Look at the dead-letter queue's policy, its key's policy and the function's role first: one of them was changed."
                    + " Replay the hour from its source: what is there already stores nothing."),
    ITERATOR_AGE(
            "iterator age",
            "The oldest record that a stream's reader has not done is too old.",
            "The enricher is behind: look at its failed records, throttles and duration. A record that is older than the"
                    + " stream's longest age (`docs/pipeline.md`) is given up on, and its position becomes a dead letter."),
    QUEUE_AGE(
            "queue age",
            "The oldest message of a queue of work has waited too long.",
            "The notifier is behind or fails: look at its failed records, throttles and duration."),
    DEAD_LETTERS(
            "dead letters",
            "There is a dead letter.",
            "Read it: its attributes or body say why. Mend the cause, then redrive it; redriving twice is harmless."),
    DEAD_LETTER_AGE(
            "dead letter age",
            "A dead letter has lain for half of the time that it is kept.",
            "Redrive it or export it now: at the end of that time SQS deletes it."),
    API_ERRORS(
            "API errors",
            "Too large a share of the API's answers are 5xx.",
            "Nothing that was answered so was accepted; senders are told 503 with `Retry-After`. Where the function answered"
                    + " it, its log line names in `dependency` what did not answer; where the gateway did, the function"
                    + " crashed, timed out or was throttled: look at its alarms, and at `answer` in the access log."),
    CONFLICTS(
            "conflicts",
            "Other content came under the identity of a stored transaction.",
            "The first one stands, the other is recorded beside it: ask its sender which one is meant."),
    SILENCE(
            "silence",
            "No transaction was accepted for a while.",
            "Either nobody sends, or nobody gets through: look at the API's 4xx and 5xx, then at what the validator refused.");

    private final String words;
    private final String meaning;
    private final String remedy;

    Kind(String words, String meaning, String remedy) {
        this.words = words;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /** The kind's heading. */
    public String words() {
        return words;
    }

    /** One sentence: what has happened. */
    public String meaning() {
        return meaning;
    }

    /** What whoever is on call does. */
    public String remedy() {
        return remedy;
    }
}
