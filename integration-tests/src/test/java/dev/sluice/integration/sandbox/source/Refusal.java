package dev.sluice.integration.sandbox.source;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Why a call of AWS did not do what was asked, in one line. */
final class Refusal {

    private Refusal() {}

    /** Whether it may go better the next time: the service failed, or had too much to do, or was not reached. */
    static boolean isPassing(SdkException refused) {
        return !(refused instanceof AwsServiceException service)
                || service.statusCode() >= 500
                || service.isThrottlingException();
    }

    static String of(SdkException refused) {
        return refused instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? service.awsErrorDetails().errorCode() + ": "
                        + service.awsErrorDetails().errorMessage()
                : refused.getClass().getSimpleName();
    }
}
