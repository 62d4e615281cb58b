package dev.sluice.handlers.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON text. */
public final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final JsonFactory ASCII =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** What is to be written. */
    @FunctionalInterface
    public interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonText() {}

    /** One object with that content. */
    public static String object(Content content) {
        return object(FACTORY, content);
    }

    /** The same, with every character beyond ASCII escaped: for what does not take every character of Unicode. */
    public static String asciiObject(Content content) {
        return object(ASCII, content);
    }

    private static String object(JsonFactory factory, Content content) {
        var text = new StringWriter(512);
        try (var json = factory.createGenerator(text)) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return text.toString();
    }
}
