package dev.sluice.local.delivery;

/** What becomes of a dead letter that is redriven, or would become of it. */
public sealed interface Redriving {

    /**
     * Its function is invoked with it; what fails again is a dead letter again, with the reasons of both.
     *
     * @param message the number of that invocation; 0 where it is only looked at
     */
    record Invoked(long message) implements Redriving {}

    /**
     * There is nothing left to do, so it is removed.
     *
     * @param why what was found
     */
    record DoneAlready(String why) implements Redriving {}

    /**
     * No function could do anything with it as it is; it stays.
     *
     * @param why what is wrong with it, and what helps
     */
    record Unusable(String why) implements Redriving {}

    /** There is no such letter, or somebody else has it in hand. */
    record Gone() implements Redriving {}
}
