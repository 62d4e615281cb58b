package dev.sluice.local.http;

import dev.sluice.handlers.problem.Problem;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.ServerResponse;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;

/** How the front says no: RFC 9457, whether it refuses a request or the server something that never became one. */
final class Refusals {

    private static final String RETRY_AFTER_SECONDS = "5";

    /** Statuses that the server may answer by itself; what else it would say is told as 400 or 503. */
    private static final Set<Integer> SERVERS_OWN = Set.of(400, 403, 404, 405, 408, 413);

    private Refusals() {}

    static void send(ServerResponse response, int status, String detail, String id) {
        head(response, status);
        response.send(Problem.of(status, detail, id).json());
    }

    /** As an answer to HEAD: content would be read as the next answer. */
    static void sendWithoutContent(ServerResponse response, int status) {
        head(response, status);
        response.send();
    }

    private static void head(ServerResponse response, int status) {
        response.status(Status.create(status));
        response.header(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (status == 503) {
            response.header(HeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
    }

    /** What the server refuses before a request is one: in the same form as everything else. */
    static DirectHandlers ofServer(Supplier<String> ids) {
        DirectHandler refusal = (request, type, status, headers, message) ->
                ofServer(unread(request, type) ? Status.BAD_REQUEST_400 : status, headers, ids);
        var handlers = DirectHandlers.builder();
        Arrays.stream(DirectHandler.EventType.values()).forEach(type -> handlers.addHandler(type, refusal));
        return handlers.build();
    }

    /** The server could not even tell what is asked for, a method of odd letters say, and calls that an error of its own. */
    private static boolean unread(DirectHandler.TransportRequest request, DirectHandler.EventType type) {
        return type == DirectHandler.EventType.INTERNAL_ERROR
                && request.method().isEmpty();
    }

    private static DirectHandler.TransportResponse ofServer(
            Status status, ServerResponseHeaders headers, Supplier<String> ids) {
        var told = told(status.code());
        headers.set(HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
        if (told == 503) {
            headers.set(HeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        var detail = switch (told) {
            case 503 -> "the front could not take the request; send it again";
            default ->
                "this is not a well-formed HTTP/1.1 request, or its line is longer than " + Front.LONGEST_PROLOGUE
                        + " bytes or its headers than " + Front.LARGEST_HEADERS;
        };
        return DirectHandler.TransportResponse.builder()
                .status(Status.create(told))
                .headers(headers)
                .keepAlive(false)
                .entity(Problem.of(told, detail, ids.get()).json())
                .build();
    }

    /** A 5xx of the server's own is told as "come again": no sender can be the cause of one. */
    private static int told(int status) {
        if (SERVERS_OWN.contains(status)) {
            return status;
        }
        return status >= 500 && status != 501 && status != 505 ? 503 : 400;
    }
}
