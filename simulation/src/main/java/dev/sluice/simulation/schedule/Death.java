package dev.sluice.simulation.schedule;

/** Ends an actor whose life is over, through code that must not notice: nothing catches it but who made the actor. */
public final class Death extends Error {

    private static final long serialVersionUID = 1L;

    public Death() {
        super("its life is over", null, false, false);
    }
}
