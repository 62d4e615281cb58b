package dev.sluice.benchmarks.figures;

import java.util.List;
import java.util.Optional;

/**
 * What a command found.
 *
 * @param text for the document, in Markdown
 * @param ratios to floors of the same run, which another run can be compared by; each under a name of its own
 * @param chart for a file beside the document
 */
public record Measured(String text, List<Ratio> ratios, Optional<Bars> chart) {

    public Measured {
        ratios = List.copyOf(ratios);
        if (ratios.stream().map(Ratio::name).distinct().count() < ratios.size()) {
            throw new IllegalArgumentException("two ratios of a command have the same name: " + ratios);
        }
    }

    /** Without a chart. */
    public Measured(String text, List<Ratio> ratios) {
        this(text, ratios, Optional.empty());
    }

    /** Figures that no floor was measured beside. */
    public static Measured withoutFloor(String text) {
        return new Measured(text, List.of());
    }

    /** The same, to be drawn as well. */
    public Measured drawn(Bars bars) {
        return new Measured(text, ratios, Optional.of(bars));
    }
}
