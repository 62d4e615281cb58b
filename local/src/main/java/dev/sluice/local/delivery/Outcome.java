package dev.sluice.local.delivery;

/** What came back from an invocation. */
public sealed interface Outcome {

    /** The function returned. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Done(byte[] answer) implements Outcome {}

    /**
     * The function threw, or did not return in time.
     *
     * @param reason for an operator; never a payload, a card number or a secret
     */
    record Failed(String reason) implements Outcome {}
}
