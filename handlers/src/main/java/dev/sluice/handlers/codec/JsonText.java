package dev.sluice.handlers.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes JSON text. */
public final class JsonText {

    /** How many sets of buffers are kept: as many as are ever written with at once by a few cores. */
    private static final int POOLED = 64;

    private static final JsonFactory FACTORY = pooled().build();
    private static final JsonFactory ASCII =
            pooled().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** What is to be written. */
    @FunctionalInterface
    public interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonText() {}

    /** The default pool keeps buffers for each thread, which every virtual thread would make anew. */
    private static JsonFactoryBuilder pooled() {
        return new JsonFactoryBuilder().recyclerPool(JsonRecyclerPools.newBoundedPool(POOLED));
    }

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

    /**
     * One object with that content, in UTF-8.
     *
     * @param length about how many bytes that will be
     */
    public static byte[] bytes(int length, Content content) {
        var bytes = new ByteArrayOutputStream(length);
        try (var json = FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
