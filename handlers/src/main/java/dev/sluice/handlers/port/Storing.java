package dev.sluice.handlers.port;

/** What became of a transaction that was to be stored. */
public sealed interface Storing {

    /** It is stored, now and by this call. */
    record Stored() implements Storing {}

    /** The same content was stored under this identity before; nothing changed. */
    record Duplicate() implements Storing {}

    /**
     * Other content was stored under this identity before; that stays, and this one is recorded as a conflict.
     *
     * @param storedFingerprint of what is stored
     */
    record Conflict(String storedFingerprint) implements Storing {}
}
