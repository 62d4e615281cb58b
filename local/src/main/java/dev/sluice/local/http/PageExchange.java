package dev.sluice.local.http;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.handlers.problem.Problem;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** One request for a page and its answer. */
record PageExchange(Pages pages, ServerRequest request, ServerResponse response, String id) {

    /** @throws IllegalArgumentException where the query's percent encoding is broken */
    void answer(byte[] body) {
        var asked = new PageRequest(
                request.prologue().method().text(),
                request.path().rawPath(),
                GatewayEvent.query(request.query().rawValue()),
                headers(),
                body);
        var answer = answer(asked);
        response.status(Status.create(answer.status()));
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        // As an answer to HEAD: content would be read as the next answer.
        if (asked.method().equals("HEAD")) {
            response.send();
            return;
        }
        switch (answer) {
            case PageAnswer.Whole whole -> response.send(whole.body());
            case PageAnswer.Flowing flowing -> flow(flowing.flow());
        }
    }

    private PageAnswer answer(PageRequest asked) {
        try {
            return pages.answer(asked);
        } catch (Unavailable e) {
            var problem = Problem.of(503, "the file does not answer now; ask again", id);
            return new PageAnswer.Whole(503, Map.of("content-type", Problem.MEDIA_TYPE), problem.json());
        }
    }

    private void flow(PageAnswer.Flow flow) {
        try (var out = response.outputStream()) {
            flow.into(out);
        } catch (IOException e) {
            throw new CloseConnectionException("the reader is gone", e);
        }
    }

    private Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        for (var header : request.headers()) {
            headers.putIfAbsent(header.name().toLowerCase(Locale.ROOT), header.get());
        }
        return headers;
    }
}
