package dev.sluice.infra.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * The line that the gateway writes for each request.
 *
 * <p>It holds the route's template and not the path that was asked for, which names an account or a transaction.
 */
public final class AccessLog {

    /** The line's format, with the gateway's own placeholders. */
    public static final String FORMAT = JsonNodeFactory.instance
            .objectNode()
            .put("time", "$context.requestTime")
            .put("requestId", "$context.requestId")
            .put("trace", "$context.xrayTraceId")
            .put("method", "$context.httpMethod")
            .put("route", "$context.resourcePath")
            .put("status", "$context.status")
            .put("answer", "$context.error.responseType")
            .put("apiKeyId", "$context.identity.apiKeyId")
            .put("bytes", "$context.responseLength")
            .put("milliseconds", "$context.responseLatency")
            .put("functionMilliseconds", "$context.integrationLatency")
            .toString();

    private AccessLog() {}
}
