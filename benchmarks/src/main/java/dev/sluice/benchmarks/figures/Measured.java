package dev.sluice.benchmarks.figures;

import java.util.List;

/**
 * What a command found.
 *
 * @param text for the document, in Markdown
 * @param ratios to floors of the same run, which another run can be compared by; each under a name of its own
 */
public record Measured(String text, List<Ratio> ratios) {

    public Measured {
        ratios = List.copyOf(ratios);
        if (ratios.stream().map(Ratio::name).distinct().count() < ratios.size()) {
            throw new IllegalArgumentException("two ratios of a command have the same name: " + ratios);
        }
    }

    /** Figures that no floor was measured beside. */
    public static Measured withoutFloor(String text) {
        return new Measured(text, List.of());
    }
}
