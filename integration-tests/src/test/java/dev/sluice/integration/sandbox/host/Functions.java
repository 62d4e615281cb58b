package dev.sluice.integration.sandbox.host;

/** The functions that were deployed, ready to be invoked by whatever the deployment connects them with. */
public interface Functions {

    /**
     * Invokes one and waits for what it answers (AWS, "Invoke", {@code RequestResponse}).
     *
     * @param function a name or an ARN, with or without a qualifier
     * @param event the event as JSON
     * @param by what invokes it, for the journal: {@code POST /webhook}, a queue's name
     */
    Answer now(String function, String event, String by);

    /**
     * Invokes one and does not wait (AWS, "Invoke", {@code Event}): it is tried again as it was configured, and what fails
     * for good goes to its dead-letter target.
     */
    void later(String function, String event, String by);

    /** Whether nothing is under way and nothing waits. */
    boolean isIdle();

    /** How many invocations have ended: whoever looks for what they left has to look again after each. */
    default long ended() {
        return 0;
    }

    /** How an invocation ended. */
    sealed interface Answer {

        /** It answered. */
        record Answered(String payload) implements Answer {}

        /**
         * It failed.
         *
         * @param payload what the runtime says of it: {@code errorType}, {@code errorMessage}
         */
        record Failed(String payload) implements Answer {}

        /** There were too many at once. */
        record Throttled() implements Answer {}
    }
}
