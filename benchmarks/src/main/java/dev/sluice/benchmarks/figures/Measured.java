package dev.sluice.benchmarks.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a command found.
 *
 * @param text for the document, in Markdown
 * @param ratios to floors of the same run, which another run can be compared by; each under a name of its own
 * @param chart for a file beside the document
 * @param files that others read figures from: their texts by their paths under the repository
 */
public record Measured(String text, List<Ratio> ratios, Optional<Bars> chart, Map<String, String> files) {

    public Measured {
        ratios = List.copyOf(ratios);
        files = Map.copyOf(files);
        if (ratios.stream().map(Ratio::name).distinct().count() < ratios.size()) {
            throw new IllegalArgumentException("two ratios of a command have the same name: " + ratios);
        }
    }

    /** Without a chart. */
    public Measured(String text, List<Ratio> ratios) {
        this(text, ratios, Optional.empty(), Map.of());
    }

    /** Figures that no floor was measured beside. */
    public static Measured withoutFloor(String text) {
        return new Measured(text, List.of());
    }

    /** The same, to be drawn as well. */
    public Measured drawn(Bars bars) {
        return new Measured(text, ratios, Optional.of(bars), files);
    }

    /** The same, with one more file that is written where its figures are to be kept. */
    public Measured keeping(String path, String contents) {
        var all = new TreeMap<>(files);
        all.put(path, contents);
        return new Measured(text, ratios, chart, all);
    }
}
