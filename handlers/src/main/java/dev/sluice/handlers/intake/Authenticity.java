package dev.sluice.handlers.intake;

/** Whether a request comes from who holds a source's secret. */
public sealed interface Authenticity {

    /**
     * It does.
     *
     * @param byOlderSecret only a secret other than the newest verified it: its sender has not rotated yet
     */
    record Authentic(boolean byOlderSecret) implements Authenticity {}

    /**
     * It does not, or that cannot be told.
     *
     * @param why for the sender; the same for an unknown source, a missing secret and a wrong signature
     */
    record NotAuthentic(String why) implements Authenticity {}
}
