package dev.sluice.infra.alarm;

/**
 * One alarm.
 *
 * @param name names it within its environment: lower-case words joined by dashes
 * @param kind names all alarms that mean the same and ask for the same: the heading in docs/operations.md
 * @param watched what is looked at, a period at a time
 * @param goesOff how the value lies to the threshold when it goes off
 * @param periods in how many periods in a row
 * @param missing what a period without any value is
 */
public record Alarm(
        String name, Kind kind, Watched watched, GoesOff goesOff, double threshold, int periods, Missing missing) {

    /** How a value lies to the threshold. */
    public enum GoesOff {
        ABOVE,
        AT_OR_ABOVE,
        BELOW
    }

    /** What a period without a value is. */
    public enum Missing {
        /** Nothing happened, so nothing failed. */
        FINE,
        /** Nothing happened, and that is what the alarm is about. */
        BREACHING
    }

    /** One that goes off as soon as there is any of what must not be. */
    static Alarm any(String name, Kind kind, Metric metric) {
        return new Alarm(name, kind, new Watched.One(metric), GoesOff.ABOVE, 0, 1, Missing.FINE);
    }

    public Alarm {
        if (periods < 1) {
            throw new IllegalArgumentException(name + ": an alarm looks at 1 period at least, not " + periods);
        }
    }
}
