package dev.sluice.infra.alarm;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A metric of CloudWatch, put together over one period.
 *
 * @param statistic such as {@code Sum}, or a percentile such as {@code p99}
 * @param periodSeconds how long a period is
 */
public record Metric(
        String namespace, String name, SortedMap<String, String> dimensions, String statistic, int periodSeconds) {

    /** Over how long shares and sums are taken. */
    public static final int FIVE_MINUTES = 300;

    /** How many there were within 5 minutes. */
    public static Metric sum(String namespace, String name, Map<String, String> dimensions) {
        return new Metric(namespace, name, new TreeMap<>(dimensions), "Sum", FIVE_MINUTES);
    }

    /** The same by another statistic. */
    public Metric by(String otherStatistic) {
        return new Metric(namespace, name, dimensions, otherStatistic, periodSeconds);
    }

    /** The same over another period. */
    public Metric over(int otherPeriodSeconds) {
        return new Metric(namespace, name, dimensions, statistic, otherPeriodSeconds);
    }
}
