package dev.sluice.cli.client;

import java.time.Instant;
import java.util.List;

/** What the pipeline said to a transaction. */
public sealed interface Answer {

    /**
     * It will be stored.
     *
     * @param attempts how often it was sent; more than once means that an earlier request may have arrived too
     */
    record Accepted(String transactionId, Instant receivedAt, int attempts) implements Answer {}

    /**
     * It will not be stored.
     *
     * @param title the answer in one sentence
     * @param violations at least one
     */
    record Refused(int status, String title, List<Refusal> violations) implements Answer {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /**
     * One rule that was broken.
     *
     * @param pointer JSON Pointer of the field, empty for the whole
     * @param code stable machine code
     */
    record Refusal(String pointer, String code, String detail) {}
}
