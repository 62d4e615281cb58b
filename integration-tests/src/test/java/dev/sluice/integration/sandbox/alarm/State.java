package dev.sluice.integration.sandbox.alarm;

/**
 * How an alarm stands.
 *
 * @param standing which of the three
 * @param why of which numbers
 */
public record State(Standing standing, String why) {

    /** The three that there are (AWS, "Using Amazon CloudWatch alarms", alarm states). */
    public enum Standing {
        OK,
        ALARM,
        INSUFFICIENT_DATA
    }

    /** How an alarm begins. */
    public static State created() {
        return new State(Standing.INSUFFICIENT_DATA, "it was just created");
    }

    /** In alarm, or not. */
    static State of(boolean alarm, String why) {
        return new State(alarm ? Standing.ALARM : Standing.OK, why);
    }

    /** The same as before. */
    State kept(String because) {
        return new State(standing, "as before, since " + because);
    }

    /** Whether it is within its threshold. */
    public boolean isOk() {
        return standing == Standing.OK;
    }

    /** Whether it has gone off. */
    public boolean isAlarm() {
        return standing == Standing.ALARM;
    }
}
