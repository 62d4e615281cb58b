package dev.sluice.benchmarks.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What several runs gave for one figure; at least one. */
public record Series(List<Double> values) {

    public Series {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a figure needs a run");
        }
    }

    public double median() {
        var sorted = values.stream().sorted().toList();
        var upper = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(upper) : (sorted.get(upper - 1) + sorted.get(upper)) / 2;
    }

    public double least() {
        return values.stream().min(Double::compare).orElseThrow();
    }

    public double most() {
        return values.stream().max(Double::compare).orElseThrow();
    }

    /** Half of what lies between the least and the most, as a part of the median; 0 where the median is. */
    public double spread() {
        return median() == 0 ? 0 : (most() - least()) / 2 / Math.abs(median());
    }

    /** The median, and from the least to the most where there is more than one run, to that many decimal places. */
    public String told(int decimals) {
        var median = number(median(), decimals);
        return values.size() == 1
                ? median
                : median + " (" + number(least(), decimals) + "–" + number(most(), decimals) + ")";
    }

    public static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    /**
     * The value that this part of all is not above, by the nearest-rank method.
     *
     * @param part over 0, at most 1
     */
    public static long percentile(long[] values, double part) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(part * sorted.length) - 1];
    }
}
