package dev.sluice.handlers.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SegmentedStringWriter;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.core.util.RecyclerPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes JSON text. */
public final class JsonText {

    /** How many sets of buffers are kept: as many as are ever written with at once by a few cores. */
    private static final int POOLED = 64;

    /** The default pool keeps buffers for each thread, which every virtual thread would make anew. */
    private static final RecyclerPool<BufferRecycler> POOL = JsonRecyclerPools.newBoundedPool(POOLED);

    private static final JsonFactory FACTORY = pooled().build();
    private static final JsonFactory ASCII =
            pooled().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** What is to be written. */
    @FunctionalInterface
    public interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonText() {}

    private static JsonFactoryBuilder pooled() {
        return new JsonFactoryBuilder().recyclerPool(POOL);
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
        var buffers = POOL.acquireAndLinkPooled();
        try {
            var text = new SegmentedStringWriter(buffers);
            writeObject(factory.createGenerator(text), content);
            return text.getAndClear();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        } finally {
            buffers.releaseToPool();
        }
    }

    private static void writeObject(JsonGenerator generator, Content content) throws IOException {
        try (var json = generator) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
        }
    }

    /**
     * One object with that content, in UTF-8.
     *
     * @param length about how many bytes that will be
     */
    public static byte[] bytes(int length, Content content) {
        var bytes = new ByteArrayOutputStream(length);
        try {
            writeObject(FACTORY.createGenerator(bytes), content);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
