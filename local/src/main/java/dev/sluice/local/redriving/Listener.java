package dev.sluice.local.redriving;

/** Hears how a run comes along, in the run's own thread. */
@FunctionalInterface
public interface Listener {

    /** What a run does at a time, in this order. */
    enum Phase {
        LOOKING,
        REDRIVING,
        WAITING
    }

    /** That became of a letter; what is told later of the same one counts instead. */
    void became(Redriven letter);

    /** So many are done of those that a phase is about. */
    default void reached(Phase phase, long done, long of) {}
}
