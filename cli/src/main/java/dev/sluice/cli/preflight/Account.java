package dev.sluice.cli.preflight;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An account in one region: what it is asked before something is deployed into it. It is never changed. */
public interface Account {

    /** Who is asking. */
    Answer<Caller> caller();

    /** How many executions its Lambda functions may have at a time. */
    Answer<Concurrency> concurrency();

    /** How many of those are kept for the function of this name; 0 where none are, or there is no such function. */
    Answer<Long> reservedFor(String function);

    /** The name of the role that API Gateway writes its logs with, if it has one. */
    Answer<Optional<String>> gatewayLogRole();

    /** The tags of the log group of exactly this name, if there is one. */
    Answer<Optional<Map<String, String>>> logGroup(String name);

    /** The tags of the table of this name, if there is one. */
    Answer<Optional<Map<String, String>>> table(String name);

    /** Its AWS Config recorders. */
    Answer<List<Recorder>> recorders();

    /**
     * Concurrent executions.
     *
     * @param quota the most there may be at a time
     * @param unreserved those of them that are kept for no function
     */
    record Concurrency(long quota, long unreserved) {}

    /** An AWS Config recorder, and whether it is recording. */
    record Recorder(String name, boolean recording) {}
}
