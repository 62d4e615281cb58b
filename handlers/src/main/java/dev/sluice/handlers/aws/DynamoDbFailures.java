package dev.sluice.handlers.aws;

import dev.sluice.handlers.port.Unavailable;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Failures of DynamoDB in the words of the ports. Apart from those of the other services, since a function that has no
 * table is deployed without DynamoDB's classes.
 */
final class DynamoDbFailures {

    private DynamoDbFailures() {}

    /** As {@link Failures} says it; of a canceled transaction, the codes of what canceled it. */
    static Unavailable unavailable(String call, SdkException e) {
        return e instanceof TransactionCanceledException canceled && canceled.hasCancellationReasons()
                ? new Unavailable(call + ": " + reasons(canceled), e)
                : Failures.unavailable(call, e);
    }

    private static String reasons(TransactionCanceledException canceled) {
        return canceled.cancellationReasons().stream()
                .map(reason -> String.valueOf(reason.code()))
                .filter(code -> !code.equals("None"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ", "canceled for ", ""));
    }
}
