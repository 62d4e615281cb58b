package dev.sluice.integration.sandbox.host;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The place of an invocation in a trace (AWS X-Ray, "Tracing header").
 *
 * @param root the trace: its version, the time in seconds and 96 random bits, in hexadecimal digits
 * @param parent the segment above: 64 random bits
 */
record TraceHeader(String root, String parent) {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int ROOT_BYTES = 12;
    private static final int SEGMENT_BYTES = 8;

    /** The beginning of a trace, as where an active function is invoked by something that traces nothing. */
    static TraceHeader fresh(Instant now) {
        var seconds = HexFormat.of().toHexDigits((int) now.getEpochSecond());
        return new TraceHeader("1-" + seconds + "-" + random(ROOT_BYTES), segment());
    }

    /** The id of a new segment. */
    static String segment() {
        return random(SEGMENT_BYTES);
    }

    /** As the header has it. */
    String text() {
        return "Root=" + root + ";Parent=" + parent + ";Sampled=1";
    }

    private static String random(int count) {
        var bytes = new byte[count];
        CHANCE.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
