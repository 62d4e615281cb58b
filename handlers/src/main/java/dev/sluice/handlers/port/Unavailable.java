package dev.sluice.handlers.port;

/** A dependency did not answer, or not in time: the effect may or may not have happened, and trying again is safe. */
public final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure with its cause.
     *
     * @param what the dependency and what was asked of it; never a secret or a payload
     */
    public Unavailable(String what, Throwable cause) {
        super(what, cause);
    }

    public Unavailable(String what) {
        super(what);
    }
}
