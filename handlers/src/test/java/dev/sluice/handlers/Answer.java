package dev.sluice.handlers;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.domain.submission.Written;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What a function answered, as API Gateway would read it. */
public record Answer(int status, Map<String, String> headers, String text) {

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.EVENT);

    public static Answer of(RequestStreamHandler function, InputStream event) {
        var out = new ByteArrayOutputStream();
        try {
            function.handleRequest(event, out, new InvokedContext());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(out.toByteArray());
    }

    public static Answer of(byte[] text) {
        var fields = Fields.parse(READER, text);
        return new Answer((int) fields.integer("statusCode"), fields.texts("headers"), fields.text("body"));
    }

    public Fields body() {
        return Fields.parse(READER, text);
    }

    /** Each error as {@code code at pointer}. */
    public List<String> errors() {
        return body().listing("errors").items().stream()
                .map(item -> new Fields((Written.Group) item))
                .map(error -> error.text("code") + " at " + error.text("pointer"))
                .toList();
    }
}
