package dev.sluice.integration.sandbox.gateway;

/**
 * Why API Gateway answers by itself: the type of the gateway response, with what is answered where nothing is configured
 * (AWS, "Gateway response types for API Gateway").
 */
enum Refusal {
    MISSING_AUTHENTICATION_TOKEN(
            "MISSING_AUTHENTICATION_TOKEN", 403, "MissingAuthenticationTokenException", "Missing Authentication Token"),
    INVALID_API_KEY("INVALID_API_KEY", 403, "ForbiddenException", "Forbidden"),
    INVALID_SIGNATURE(
            "INVALID_SIGNATURE",
            403,
            "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided."),
    EXPIRED_TOKEN("EXPIRED_TOKEN", 403, "InvalidSignatureException", "Signature expired"),
    THROTTLED("THROTTLED", 429, "TooManyRequestsException", "Too Many Requests"),
    QUOTA_EXCEEDED("QUOTA_EXCEEDED", 429, "LimitExceededException", "Limit Exceeded"),
    REQUEST_TOO_LARGE("REQUEST_TOO_LARGE", 413, "RequestEntityTooLargeException", "Request Too Long"),
    UNSUPPORTED_MEDIA_TYPE("UNSUPPORTED_MEDIA_TYPE", 415, "UnsupportedMediaTypeException", "Unsupported Media Type"),
    API_CONFIGURATION_ERROR("API_CONFIGURATION_ERROR", 500, "InternalServerErrorException", "Internal server error"),
    INTEGRATION_TIMEOUT("INTEGRATION_TIMEOUT", 504, "InternalServerErrorException", "Endpoint request timed out"),

    /**
     * Lambda answered that there are too many invocations, or could not be reached. Its type has 504 in AWS's table; where
     * nothing is configured 500 is what arrives (AWS re:Post, "Inconsistencies in response codes depending on whether API
     * Gateway response settings are configured").
     */
    INTEGRATION_FAILURE("INTEGRATION_FAILURE", 500, "InternalServerErrorException", "Internal server error"),

    /**
     * The function failed, or answered what is no proxy answer. It has no type of its own (AWS Knowledge Center, "How do I
     * resolve HTTP 502 'Malformed Lambda proxy response' errors").
     */
    MALFORMED_ANSWER("DEFAULT_5XX", 502, "InternalServerErrorException", "Internal server error");

    private final String type;
    private final int status;
    private final String error;
    private final String message;

    Refusal(String type, int status, String error, String message) {
        this.type = type;
        this.status = status;
        this.error = error;
        this.message = message;
    }

    /** Under which name it is configured. */
    String type() {
        return type;
    }

    /** What it falls back on. */
    String fallback() {
        return status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
    }

    /** The status where none is configured. */
    int status() {
        return status;
    }

    /** The header {@code x-amzn-ErrorType}. */
    String error() {
        return error;
    }

    /** The template variable {@code $context.error.message}. */
    String message() {
        return message;
    }
}
