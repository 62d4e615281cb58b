package dev.sluice.compliance.aws;

import dev.sluice.handlers.port.Unavailable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

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
        if (e instanceof AwsServiceException answered && answered.awsErrorDetails() != null) {
            return answered.awsErrorDetails().errorCode() + " (" + answered.statusCode() + ")";
        }
        return e.getClass().getSimpleName();
    }
}
