package dev.sluice.benchmarks.comparison;

import dev.sluice.benchmarks.figures.Ratio;
import java.time.LocalDate;
import java.util.List;

/**
 * What a command measured when it was last stored.
 *
 * @param machine in words
 * @param date in UTC
 * @param ratios to the floors of that run
 */
public record Remembered(String machine, LocalDate date, List<Ratio> ratios) {

    public Remembered {
        ratios = List.copyOf(ratios);
    }
}
