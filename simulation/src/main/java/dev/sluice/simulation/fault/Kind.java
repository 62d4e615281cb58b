package dev.sluice.simulation.fault;

/** What can go wrong. */
public enum Kind {
    FAILS_BEFORE("fails before its effect"),
    FAILS_AFTER("fails after its effect"),
    HANGS("hangs beyond its function's timeout, then happens"),
    HANGS_AND_FAILS("hangs beyond its function's timeout, then fails"),
    DIES_BEFORE("the process dies before its effect"),
    DIES_AFTER("the process dies after its effect"),
    COMES_LATE("fails, and its effect comes later"),
    IS_LOST("is lost"),
    IS_REPEATED("is handed over again"),
    IS_DOWN("is down"),
    IS_KILLED("the process is killed"),
    CLOCK_STEPS("the clock steps");

    private final String sentence;

    Kind(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String toString() {
        return sentence;
    }
}
