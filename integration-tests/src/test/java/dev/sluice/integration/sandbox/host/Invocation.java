package dev.sluice.integration.sandbox.host;

/**
 * One invocation as a process is handed it (AWS, "Using the Lambda runtime API", "Next invocation").
 *
 * @param id the request id; an asynchronous invocation keeps it when it is tried again
 * @param event the event as JSON
 * @param arn the ARN that was invoked, with its qualifier
 * @param trace what X-Ray ties it to
 */
record Invocation(String id, String event, String arn, TraceHeader trace) {

    /** Tells nothing of the event. */
    @Override
    public String toString() {
        return "Invocation[" + id + " of " + arn + "]";
    }
}
