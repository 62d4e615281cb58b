package dev.sluice.benchmarks.stages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** jackson-core as it comes, over the same bytes: what reading alone costs. */
final class Floor {

    private static final JsonFactory JACKSON = new JsonFactory();

    private Floor() {}

    /** Hands out every name and value as text; how long they are together keeps the compiler from leaving them out. */
    static int read(byte[] body) throws IOException {
        var length = 0;
        try (var parser = JACKSON.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    length += parser.currentName().length();
                } else if (token.isScalarValue()) {
                    length += parser.getText().length();
                }
            }
        }
        return length;
    }
}
