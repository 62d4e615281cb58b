package dev.sluice.handlers.codec;

/**
 * How much JSON is read at most.
 *
 * @param bytes length of the document
 * @param depth how deep objects and arrays may nest, the outermost counted as one
 */
public record JsonBounds(int bytes, int depth) {

    /** What a sender may write: 128 KiB, nested 8 deep. */
    public static final JsonBounds SENDER = new JsonBounds(128 * 1024, 8);

    /**
     * What our own runtime hands over: more than the 6 291 556 bytes that Lambda allows an event or an answer, so that
     * no sender finds a length that the gateway lets pass and we do not.
     */
    public static final JsonBounds EVENT = new JsonBounds(6 * 1024 * 1024 + 64 * 1024, 16);
}
