package dev.sluice.handlers.gateway;

import dev.sluice.domain.card.CardNumberScan;
import dev.sluice.domain.validation.reading.Ids;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.port.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request as API Gateway hands it over (REST API proxy event, payload version 1.0).
 *
 * @param resource the route's path with its parameters' names
 * @param headers by lower-case name, the last value of each
 * @param body the very bytes that were sent
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes that were signed; requests are never compared
public record GatewayRequest(
        String resource,
        Map<String, String> headers,
        Map<String, String> pathParameters,
        Map<String, String> query,
        byte[] body,
        String requestId) {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);
    private static final Pattern TRACE_HEADER = Pattern.compile("[A-Za-z0-9=;:._-]{1,256}");

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException where the event is not one of API Gateway's
     */
    public static GatewayRequest read(InputStream event) throws IOException {
        var fields = Fields.parse(READER, event.readAllBytes());
        var written = fields.texts("headers");
        Map<String, String> headers = HashMap.newHashMap(written.size());
        for (var header : written.entrySet()) {
            headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue());
        }
        var body = fields.findText("body").orElse("");
        return new GatewayRequest(
                fields.text("resource"),
                headers,
                fields.texts("pathParameters"),
                fields.texts("queryStringParameters"),
                fields.truth("isBase64Encoded")
                        ? Base64.getDecoder().decode(body)
                        : body.getBytes(StandardCharsets.UTF_8),
                fields.findObject("requestContext")
                        .flatMap(c -> c.findText("requestId"))
                        .orElse("none"));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> pathParameter(String name) {
        return Optional.ofNullable(pathParameters.get(name));
    }

    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The caller's correlation id where it is fit to be logged, else the request's own. */
    public Trace trace() {
        var correlationId = header("x-correlation-id")
                .filter(GatewayRequest::isFitToLog)
                .or(() -> Optional.of(requestId).filter(GatewayRequest::isFitToLog))
                .orElse("none");
        return new Trace(correlationId, header("x-amzn-trace-id").filter(GatewayRequest::isTraceHeader));
    }

    private static boolean isFitToLog(String id) {
        return Ids.isId(id) && !CardNumberScan.finds(id);
    }

    private static boolean isTraceHeader(String header) {
        return TRACE_HEADER.matcher(header).matches() && !CardNumberScan.finds(header);
    }
}
