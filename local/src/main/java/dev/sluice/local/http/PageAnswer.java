package dev.sluice.local.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** What a page answers. */
public sealed interface PageAnswer {

    /** HTTP status, RFC 9110. */
    int status();

    /** By name; the length of the content is none of them. */
    Map<String, String> headers();

    /** All of it at once. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Whole(int status, Map<String, String> headers, byte[] body) implements PageAnswer {
        public Whole {
            headers = Map.copyOf(headers);
        }
    }

    /** Part by part, for as long as somebody reads and the front runs. */
    record Flowing(int status, Map<String, String> headers, Flow flow) implements PageAnswer {
        public Flowing {
            headers = Map.copyOf(headers);
        }
    }

    /** Writes the parts; what is flushed is on its way to the reader. */
    @FunctionalInterface
    interface Flow {
        /** Returns when there is nothing more to say. {@link IOException} says that the reader is gone. */
        void into(OutputStream out) throws IOException;
    }
}
