package dev.sluice.integration.sandbox.alarm;

import java.util.List;
import java.util.OptionalDouble;

/**
 * When an alarm goes off: "datapoints to alarm" of "evaluation periods" (AWS, "Using Amazon CloudWatch alarms", evaluating an
 * alarm; "Configuring how CloudWatch alarms treat missing data").
 *
 * @param periods of how many periods, N
 * @param breaches how many have to breach, M
 * @param comparison how a number breaches
 * @param threshold what it is compared with
 * @param missing what a period without data is
 */
record AlarmRule(int periods, int breaches, Comparison comparison, double threshold, MissingData missing) {

    /** CloudWatch looks back further than it has to, to find data where some is missing: its examples by two periods. */
    private static final int FURTHER = 2;

    AlarmRule {
        if (periods < 1 || breaches < 1 || breaches > periods) {
            throw new IllegalArgumentException(breaches + " of " + periods + " periods is no rule");
        }
    }

    /** How many periods are looked at. */
    int range() {
        return periods + FURTHER;
    }

    /**
     * How the alarm stands then.
     *
     * @param points one of each period of the range, the oldest first; empty where there was no data
     * @param before how it stood
     */
    State decide(List<OptionalDouble> points, State before) {
        var real = points.stream().filter(OptionalDouble::isPresent).toList();
        if (real.size() >= periods) {
            return told(real.subList(real.size() - periods, real.size()), 0);
        }
        var filled = periods - real.size();
        return switch (missing) {
            case BREACHING -> told(real, filled);
            case NOT_BREACHING -> told(real, 0);
            case IGNORE -> isTelling(real) ? told(real, 0) : before.kept("data is missing");
            case MISSING -> {
                if (isTelling(real)) {
                    yield told(real, 0);
                }
                yield isLongBreached(points)
                        ? State.of(true, "nothing but breaches for long enough, and data is missing")
                        : new State(State.Standing.INSUFFICIENT_DATA, "data is missing");
            }
        };
    }

    /** Whether what there is decides: something is within the threshold, or there are breaches enough. */
    private boolean isTelling(List<OptionalDouble> real) {
        return count(real) >= breaches || count(real) < real.size();
    }

    /** What keeps an alarm from waiting for data that will not come ("Avoiding premature transitions to alarm state"). */
    private boolean isLongBreached(List<OptionalDouble> points) {
        for (int at = 0; at < points.size(); at++) {
            if (points.get(at).isPresent()) {
                return points.size() - at >= breaches;
            }
        }
        return false;
    }

    private State told(List<OptionalDouble> real, int filled) {
        var found = count(real) + filled;
        var why = real.isEmpty() ? "no data" : comparison.say(shown(real), threshold);
        return State.of(found >= breaches, why + ", " + found + " of " + periods + " periods");
    }

    /** The newest number that breaches, or else the newest. */
    private double shown(List<OptionalDouble> real) {
        return real.reversed().stream()
                .map(OptionalDouble::getAsDouble)
                .filter(number -> comparison.breaches(number, threshold))
                .findFirst()
                .orElseGet(() -> real.getLast().getAsDouble());
    }

    private long count(List<OptionalDouble> real) {
        return real.stream()
                .filter(each -> comparison.breaches(each.getAsDouble(), threshold))
                .count();
    }
}
