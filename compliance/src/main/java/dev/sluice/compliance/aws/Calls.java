package dev.sluice.compliance.aws;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Calls of AWS about one thing that may be gone. */
final class Calls {

    private Calls() {}

    /**
     * What a call answers; empty where what it is about is not there.
     *
     * @param call service and action
     * @param absent the codes by which the service says that
     * @throws dev.sluice.handlers.port.Unavailable when it answers anything else, or nothing
     */
    static <T> Optional<T> find(String call, Set<String> absent, Supplier<T> answer) {
        try {
            return Optional.of(answer.get());
        } catch (SdkException e) {
            if (absent.contains(code(e))) {
                return Optional.empty();
            }
            throw Failures.unavailable(call, e);
        }
    }

    /**
     * Makes a call that changes something.
     *
     * @throws dev.sluice.handlers.port.Unavailable when it may not have
     */
    static void make(String call, Runnable change) {
        try {
            change.run();
        } catch (SdkException e) {
            throw Failures.unavailable(call, e);
        }
    }

    private static String code(SdkException e) {
        return e instanceof AwsServiceException answered && answered.awsErrorDetails() != null
                ? String.valueOf(answered.awsErrorDetails().errorCode())
                : "";
    }
}
