package dev.sluice.benchmarks.stages;

/**
 * What one event may cost a stage.
 *
 * @param times of what jackson-core takes to read the sender's body, at most; that is measured in the same run, so that a
 *     budget says the same on any machine
 * @param bytes allocated at most
 */
record Budget(double times, int bytes) {

    static final String MET = "met";
    static final String MISSED = "missed";

    /** In one word, for the table. */
    static String told(double measured, double most) {
        return measured <= most ? MET : MISSED;
    }
}
