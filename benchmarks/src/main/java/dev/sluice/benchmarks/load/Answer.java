package dev.sluice.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;

/** Looks into the bytes of an HTTP/1.1 answer that has a Content-Length, as those of the front do. */
final class Answer {

    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final String LENGTH = "\r\ncontent-length:";

    private Answer() {}

    /**
     * Its status once it is whole; empty while more has to come.
     *
     * @param received everything since the answer began, from 0 to the position of a buffer that has an array
     */
    static OptionalInt statusWhenWhole(ByteBuffer received) {
        var head = headLength(received);
        if (head < 0) {
            return OptionalInt.empty();
        }
        var text = new String(received.array(), received.arrayOffset(), head, StandardCharsets.US_ASCII)
                .toLowerCase(Locale.ROOT);
        var length = text.indexOf(LENGTH);
        if (length < 0) {
            throw new IllegalStateException("an answer without a Content-Length");
        }
        var from = length + LENGTH.length();
        var body =
                Integer.parseInt(text.substring(from, text.indexOf('\r', from)).strip());
        return received.position() < head + body
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(text.substring(STATUS_AT, STATUS_AT + 3)));
    }

    private static int headLength(ByteBuffer received) {
        for (var end = 4; end <= received.position(); end++) {
            if (received.get(end - 1) == '\n'
                    && received.get(end - 2) == '\r'
                    && received.get(end - 3) == '\n'
                    && received.get(end - 4) == '\r') {
                return end;
            }
        }
        return -1;
    }
}
