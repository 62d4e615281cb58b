package dev.sluice.infra.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * An answer that the gateway gives by itself, in the form of RFC 9457 like the functions' own.
 *
 * @param type API Gateway's name for the occasion ("Gateway response types" of its developer guide)
 * @param detail what is wrong and what to do
 * @param retryAfterSeconds after how long it may be tried again
 */
record GatewayAnswer(String type, int status, String title, String detail, Optional<Integer> retryAfterSeconds) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NOT_SERVED = "this could not be handled; nothing of it was accepted; send it again";

    /** Every occasion that the API has; the last two stand for whatever AWS adds. */
    static final List<GatewayAnswer> ALL = List.of(
            of("ACCESS_DENIED", 403, "Forbidden", "this identity may not do that"),
            of("BAD_REQUEST_BODY", 400, "Bad Request", "the body cannot be read"),
            of("BAD_REQUEST_PARAMETERS", 400, "Bad Request", "a parameter cannot be read"),
            of("EXPIRED_TOKEN", 403, "Forbidden", "the credentials' token has expired; sign with a new one"),
            of("INVALID_API_KEY", 403, "Forbidden", "there is no x-api-key, or none that is known"),
            of("INVALID_SIGNATURE", 403, "Forbidden", "the request's Signature Version 4 does not hold"),
            // The gateway tells an unknown path and a missing Signature Version 4 by one and the same answer.
            of(
                    "MISSING_AUTHENTICATION_TOKEN",
                    404,
                    "Not Found",
                    "there is nothing at this path for a request that is not signed for it"),
            of("REQUEST_TOO_LARGE", 413, "Content Too Large", "the body is too large"),
            of("RESOURCE_NOT_FOUND", 404, "Not Found", "there is nothing at this path"),
            of("UNAUTHORIZED", 401, "Unauthorized", "this needs credentials"),
            of("UNSUPPORTED_MEDIA_TYPE", 415, "Unsupported Media Type", "the content-type is application/json"),
            of("WAF_FILTERED", 403, "Forbidden", "the request was filtered out"),
            again("QUOTA_EXCEEDED", 429, "Too Many Requests", "this client's quota is used up", 60),
            again("THROTTLED", 429, "Too Many Requests", "too many requests at once; send it again a little later", 1),
            again("API_CONFIGURATION_ERROR", 503, "Service Unavailable", NOT_SERVED, 5),
            again("INTEGRATION_FAILURE", 503, "Service Unavailable", NOT_SERVED, 5),
            again("INTEGRATION_TIMEOUT", 503, "Service Unavailable", NOT_SERVED, 5),
            of("DEFAULT_4XX", 400, "Bad Request", "the request cannot be taken as it is"),
            again("DEFAULT_5XX", 503, "Service Unavailable", NOT_SERVED, 5));

    private static GatewayAnswer of(String type, int status, String title, String detail) {
        return new GatewayAnswer(type, status, title, detail, Optional.empty());
    }

    private static GatewayAnswer again(String type, int status, String title, String detail, int seconds) {
        return new GatewayAnswer(type, status, title, detail, Optional.of(seconds));
    }

    /** As the gateway imports it. */
    ObjectNode json() {
        var json = JSON.objectNode().put("statusCode", status);
        var headers =
                json.putObject("responseParameters").put("gatewayresponse.header.Content-Type", "'" + MEDIA_TYPE + "'");
        retryAfterSeconds.ifPresent(seconds -> headers.put("gatewayresponse.header.Retry-After", "'" + seconds + "'"));
        json.putObject("responseTemplates").put("application/json", problem(status, title, detail));
        return json;
    }

    /** The problem document; {@code $context.requestId} is the gateway's own placeholder. */
    static String problem(int status, String title, String detail) {
        return JSON.objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .put("correlationId", "$context.requestId")
                .toString();
    }
}
