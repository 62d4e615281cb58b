package dev.sluice.handlers.aws;

import dev.sluice.handlers.port.Unavailable;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Failures of AWS in the words of the ports. */
final class Failures {

    private Failures() {}

    /**
     * A call that did not bring an answer that can be worked with.
     *
     * @param call service and action; what AWS answered is told by its code alone, since its messages quote
     */
    static Unavailable unavailable(String call, SdkException e) {
        return new Unavailable(call + ": " + said(e), e);
    }

    private static String said(SdkException e) {
        if (e instanceof TransactionCanceledException canceled && canceled.hasCancellationReasons()) {
            return canceled.cancellationReasons().stream()
                    .map(reason -> String.valueOf(reason.code()))
                    .filter(code -> !code.equals("None"))
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", ", "canceled for ", ""));
        }
        if (e instanceof AwsServiceException answered && answered.awsErrorDetails() != null) {
            return answered.awsErrorDetails().errorCode() + " (" + answered.statusCode() + ")";
        }
        return e.getClass().getSimpleName();
    }
}
