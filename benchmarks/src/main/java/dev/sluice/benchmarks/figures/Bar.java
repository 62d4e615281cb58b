package dev.sluice.benchmarks.figures;

/**
 * One line of a chart.
 *
 * @param label what was measured
 * @param series at least 0
 */
public record Bar(String label, Series series) {

    public Bar {
        if (series.least() < 0) {
            throw new IllegalArgumentException("a bar begins at 0: " + label + " = " + series.told(2));
        }
    }
}
