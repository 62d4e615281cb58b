package dev.sluice.console.live;

import dev.sluice.handlers.codec.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** One server-sent event, as it goes over the wire. */
final class Frame {

    private static final int USUAL_LENGTH = 2_048;

    private final String event;
    private final byte[] bytes;

    private Frame(String event, byte[] bytes) {
        this.event = event;
        this.bytes = bytes;
    }

    /** JSON that is written here has no line breaks, so that it is one line of data. */
    static Frame of(String event, JsonText.Content content) {
        var frame = new ByteArrayOutputStream(USUAL_LENGTH);
        frame.writeBytes(("event: " + event + "\ndata: ").getBytes(StandardCharsets.UTF_8));
        frame.writeBytes(JsonText.bytes(USUAL_LENGTH, content));
        frame.writeBytes("\n\n".getBytes(StandardCharsets.UTF_8));
        return new Frame(event, frame.toByteArray());
    }

    String event() {
        return event;
    }

    void into(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
