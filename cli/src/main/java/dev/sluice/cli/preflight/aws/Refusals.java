package dev.sluice.cli.preflight.aws;

import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Remedy;
import java.util.Objects;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Why a question had no answer, told by codes alone: AWS's messages quote account numbers and names. */
final class Refusals {

    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "AuthorizationError",
            "UnauthorizedOperation",
            "UnauthorizedException");

    private static final Set<String> BAD_CREDENTIALS = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "IncompleteSignature",
            "InvalidAccessKeyId",
            "InvalidClientTokenId",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "UnrecognizedClientException");

    private Refusals() {}

    /**
     * Why there is no answer.
     *
     * @param action what was asked, as IAM names the right to it
     */
    static <T> Answer<T> of(String action, SdkException e) {
        return switch (e) {
            case AwsServiceException answered when answered.awsErrorDetails() != null -> answered(action, answered);
            case ApiCallTimeoutException late -> silent(action, "did not answer in time");
            case ApiCallAttemptTimeoutException late -> silent(action, "did not answer in time");
            default -> silent(action, "was not reached (" + root(e) + ")");
        };
    }

    /** No credentials at all. */
    static <T> Answer<T> noCredentials() {
        return new Answer.Unknown<>(
                "no credentials were found",
                Remedy.of(
                        "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; where AWS's command line has "
                                + "them, as after aws sso login:",
                        "eval \"$(aws configure export-credentials --format env)\""));
    }

    private static <T> Answer<T> answered(String action, AwsServiceException e) {
        var code = Objects.requireNonNullElse(e.awsErrorDetails().errorCode(), "no code");
        if (DENIED.contains(code)) {
            return new Answer.Unknown<>(
                    "these credentials may not " + action + " (" + code + ")",
                    Remedy.of("Allow " + action + ", or let somebody run this who may"));
        }
        if (BAD_CREDENTIALS.contains(code)) {
            return new Answer.Unknown<>(
                    "the credentials are refused (" + code + ")",
                    Remedy.of("Renew them, and see that the clock is right"));
        }
        return new Answer.Unknown<>(
                action + " was answered with " + code + " (" + e.statusCode() + ")",
                Remedy.of("Try again in a minute"));
    }

    private static <T> Answer<T> silent(String action, String how) {
        return new Answer.Unknown<>(
                action + " " + how,
                Remedy.of(
                        "See that AWS can be reached from here: network, proxy, AWS_ENDPOINT_URL, the region's name"));
    }

    private static String root(Throwable e) {
        var root = e;
        for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root.getClass().getSimpleName();
    }
}
