package dev.sluice.infra.alarm;

/** What an alarm means, and what whoever is on call looks at, does, and sees once it is over. */
public enum Kind {
    ERRORS(
            "errors",
            "Too large a share of a function's invocations ends in an error.",
            "The function's log group: a line of level ERROR names the failure, and in `dependency` what did not answer. If every"
                    + " call fails since one minute, look at what was deployed or changed in that minute.",
            "Mend or wait for what did not answer; roll back where a deploy began it. What failed is tried again by whoever"
                    + " invoked it and ends in the function's dead-letter queue: once the cause is gone, redrive it.",
            "`Errors` on the dashboard is at zero for five minutes, and the function's dead-letter queue is empty again."),
    FAILED_RECORDS(
            "failed records",
            "Too large a share of the records or messages handed to a function comes back as failed.",
            "The function's log group, as for errors: Lambda counts a batch that failed in part as a success, so this is the"
                    + " function's own count. Then the age of the oldest record or message on the dashboard.",
            "Mend what the log names. The records come again by themselves; until they pass, those behind them in the same shard"
                    + " wait.",
            "The metric named above is at zero, and the age of what waits falls to nothing."),
    DURATION(
            "duration",
            "The slowest hundredth of a function's invocations comes close to its timeout.",
            "The trace of a slow one (X-Ray, by the function's name and a response time): what it waits for is the store, a topic,"
                    + " a queue, the account's services, or a start.",
            "Where the function itself is slow, more memory is also more processor (`function.NAME.memory`); a cold start is"
                    + " answered by `function.NAME.start`; what is slow behind it is theirs to mend.",
            "p99 on the dashboard is well below the function's timeout for fifteen minutes."),
    THROTTLES(
            "throttles",
            "Lambda refused the function executions.",
            "`ConcurrentExecutions` of the function beside its `reserved_concurrency`, and those of the account beside"
                    + " `aws lambda get-account-settings`: one of the two is used up.",
            "Topics, streams and queues try again; a sender reads 429 or 5xx and tries again. Raise the reservation, or the quota,"
                    + " if it lasts. Where a function beside ours uses the account up, reserve for it less.",
            "`Throttles` is at zero, and what had waited is done: iterator age and queue age are back at nothing."),
    RECURSION(
            "recursion",
            "Lambda stopped a loop in which the function caused its own invocation.",
            "Subscriptions of the topics and mappings of the queues that the function sends to: nothing in the pipeline leads back,"
                    + " so one of them was deployed beside it, or made by hand.",
            "Remove that subscription or mapping. Lambda dropped the event or sent it to the dead-letter queue: redrive it from"
                    + " there, or have it sent again.",
            "`RecursiveInvocationsDropped` is at zero for an hour, and each target of the topic is one of [deployed.md](deployed.md)."),
    LOST(
            "lost",
            "Something could not even be kept as a dead letter.",
            "The dead-letter queue's policy, its key's policy and the function's role, in this order: one of them was changed."
                    + " CloudTrail says by whom; a scan of the environment names it.",
            "Deploy, which puts the three back. Replay the hour from its source: what is there already stores nothing.",
            "A call that is made to fail leaves a letter, and the metric has no further points."),
    ITERATOR_AGE(
            "iterator age",
            "The oldest record that a stream's reader has not done is too old.",
            "The enricher's failed records, throttles and duration, and whether its mapping is enabled:"
                    + " `aws lambda list-event-source-mappings --function-name sluice-enricher-SUFFIX:live`.",
            "Mend what holds it up. A record that is older than the stream's longest age (`docs/pipeline.md`) is given up on, and"
                    + " its position becomes a dead letter; at 24 hours it is gone from the stream.",
            "`IteratorAge` falls below a minute, and no transaction lies in the index `received` for longer than that."),
    QUEUE_AGE(
            "queue age",
            "The oldest message of a queue of work has waited too long.",
            "The function that reads the queue, by its failed records, throttles and duration, and whether its mapping is enabled.",
            "Mend what holds it up; nothing is lost before the queue's retention ends. Where there are merely many, wait: the"
                    + " blueprint limits how many are told at once.",
            "`ApproximateAgeOfOldestMessage` is at zero, or there is no data since the queue is empty."),
    DEAD_LETTERS(
            "dead letters",
            "There is a dead letter.",
            "The letter: its attributes or body say why, and what it is. Receiving it hides it for five minutes and removes nothing.",
            "Mend the cause, then redrive it; redriving twice is harmless. The letters of each queue are redriven in a way of their"
                    + " own: see the table above.",
            "`ApproximateNumberOfMessages` of the queue is 0 ten minutes after the redrive: what failed again would be back."),
    DEAD_LETTER_AGE(
            "dead letter age",
            "A dead letter has lain for half of the time that it is kept.",
            "How many there are, and how old the oldest is; the alarm for dead letters has been on as long.",
            "Redrive it or export it now: at the end of that time SQS deletes it.",
            "The queue is empty, or what is in it is younger."),
    API_ERRORS(
            "API errors",
            "Too large a share of the API's answers are 5xx.",
            "Where the function answered it, its log line names in `dependency` what did not answer; where the gateway did, the"
                    + " function crashed, timed out or was throttled: look at its alarms, and at `answer` in the access log.",
            "Nothing that was answered so was accepted; senders are told 503 with `Retry-After` and send again. Mend what did not"
                    + " answer, or roll back.",
            "`5XXError` is at zero for five minutes and `Accepted` is where it was before."),
    CONFLICTS(
            "conflicts",
            "Other content came under the identity of a stored transaction.",
            "The alert that was sent of it names source and id; the query function shows both contents and what differs.",
            "The first one stands, the other is recorded beside it: ask its sender which one is meant. Where the other is, it is"
                    + " sent under an id of its own.",
            "The sender has said which one is meant. The alarm ends by itself after five minutes and says nothing of that."),
    SILENCE(
            "silence",
            "No transaction was accepted for a while.",
            "The API's `Count`, 4xx and 5xx on the dashboard: nobody sends, or nobody gets through. Then `Refused`, and the codes in"
                    + " the validator's log lines.",
            "Nobody sends: ask a sender. All are answered 401: a secret was changed on one side. All are answered 403: an API key"
                    + " or a usage plan is gone. All are answered 422: a sender changed its format.",
            "`Accepted` is above zero, and a transaction of your own gets 202."),
    SCAN_FAILED(
            "scan failed",
            "A scan of what is deployed ended in an error.",
            "The scanner's log group: a line of level ERROR names what did not answer or was not allowed.",
            "Lambda tries it twice again within minutes, then puts it into `scanner-dlq`. Nothing was resolved or told meanwhile."
                    + " Where something was not allowed, deploy the compliance stack; then invoke the scanner, or wait for the next"
                    + " scan, and delete the letters: a scan that was missed is made good by any later one.",
            "`Scans` counts a new one, `latest.html` has its instant, and `scanner-dlq` is empty."),
    SCAN_MISSED(
            "scan missed",
            "Two scans in a row were not made.",
            "Whether the rule is enabled (`aws events describe-rule --name sluice-scan-SUFFIX`), whether it may invoke the scanner"
                    + " (`scanner-dlq` holds what it could not deliver), and the alarm of scans that failed.",
            "Nobody looks at what is deployed while this lasts. Deploy the compliance stack: it puts rule, target and permission"
                    + " back. Then invoke the scanner yourself.",
            "`Scans` counts two in a row without you."),
    NOT_READ(
            "not read",
            "A part of the environment could not be read in any scan of a while, and counts as neither right nor wrong.",
            "The report, which says which part and why.",
            "Where something was not allowed, the scanner's role was changed, or the part is one that it does not know: deploy the"
                    + " compliance stack, or say so to whoever develops it. Where a service does not answer, it passes by itself.",
            "`NotRead` is at zero, and the report has no part that could not be read."),
    OPEN_FINDINGS(
            "open findings",
            "Something deployed has broken a rule of the severity error for a while.",
            "`latest.html` in the bucket of reports, and [findings.md](findings.md), which has an entry for each rule.",
            "Follow the entry. What can be put right without harm, the remediator does when it is told to: the setting `repairs`, or"
                    + " a request to the repairs queue. Most of the rest is put right by deploying what is deployed once more.",
            "A scan finds no error: `OpenErrors` is at zero."),
    REPAIR_FAILED(
            "repair failed",
            "The remediator could not work off a request to repair.",
            "The remediator's log group: a line of level ERROR names what did not answer or was not allowed; what was repaired"
                    + " before that is written down in the findings table.",
            "The request comes again by itself, five times in all, then it lies in `repairs-dlq`. Mend the cause and redrive it, or"
                    + " delete it: the next scan asks for what is still to be done. A request that comes twice changes nothing twice.",
            "`RepairsNotRun` is at zero and `repairs-dlq` is empty.");

    private final String words;
    private final String meaning;
    private final String lookAt;
    private final String remedy;
    private final String over;

    Kind(String words, String meaning, String lookAt, String remedy, String over) {
        this.words = words;
        this.meaning = meaning;
        this.lookAt = lookAt;
        this.remedy = remedy;
        this.over = over;
    }

    /** The kind's heading. */
    public String words() {
        return words;
    }

    /** One sentence: what has happened. */
    public String meaning() {
        return meaning;
    }

    /** What whoever is on call looks at to see why. */
    public String lookAt() {
        return lookAt;
    }

    /** What whoever is on call does. */
    public String remedy() {
        return remedy;
    }

    /** How to know that it is over, beside that the alarm says so. */
    public String over() {
        return over;
    }
}
