package dev.sluice.benchmarks.figures;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A chart of horizontal bars from 0, in their order: each ends at its median and has a line from its least to its most.
 *
 * @param title what is compared
 * @param unit of all figures, and which way is better where that is not plain
 * @param bars at least one
 */
public record Bars(String title, String unit, List<Bar> bars) {

    private static final int WIDTH = 760;
    private static final int MARGIN = 16;
    private static final int HEAD = 62;

    /** The label stands above its bar, so that no label is too long and no bar begins elsewhere. */
    private static final int ROW = 46;

    private static final int THICK = 16;

    /** Room for the numbers behind the longest bar. */
    private static final int NUMBERS = 190;

    /** It has a ground of its own: the page around it may be dark where the reader's system is light. */
    private static final String STYLE = """
            <style>
            text { font: 13px system-ui, sans-serif; fill: #1f2328 }
            .title { font-size: 16px; font-weight: 600 }
            .unit, .number { fill: #59636e }
            .ground { fill: #ffffff }
            .bar { fill: #0969da }
            .range { stroke: #1f2328; stroke-width: 1.5 }
            @media (prefers-color-scheme: dark) {
            text { fill: #f0f6fc }
            .unit, .number { fill: #b1bac4 }
            .ground { fill: #0d1117 }
            .bar { fill: #4493f8 }
            .range { stroke: #f0f6fc }
            }
            </style>
            """;

    public Bars {
        bars = List.copyOf(bars);
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("a chart needs a bar");
        }
    }

    /** The chart as a file of its own, the same for the same figures; readable in light and dark, and aloud. */
    public String svg() {
        var height = HEAD + bars.size() * ROW + MARGIN;
        var out = new StringBuilder();
        out.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                        + " aria-labelledby=\"title desc\">\n",
                WIDTH,
                height,
                WIDTH,
                height));
        out.append("<title id=\"title\">").append(escaped(title)).append("</title>\n");
        out.append("<desc id=\"desc\">").append(escaped(told())).append("</desc>\n");
        out.append(STYLE);
        out.append(format("<rect class=\"ground\" width=\"%d\" height=\"%d\"/>\n", WIDTH, height));
        out.append(text("title", MARGIN, 28, title));
        out.append(text("unit", MARGIN, 48, unit));
        for (var i = 0; i < bars.size(); i++) {
            out.append(row(bars.get(i), HEAD + i * ROW));
        }
        return out.append("</svg>\n").toString();
    }

    private String told() {
        return unit + ". "
                + bars.stream()
                        .map(bar -> bar.label() + ": " + number(bar.series()))
                        .collect(Collectors.joining("; ")) + ".";
    }

    private String row(Bar bar, int top) {
        var series = bar.series();
        var y = top + 20;
        var out = text("label", MARGIN, top + 14, bar.label())
                + format(
                        "<rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>\n",
                        MARGIN,
                        y,
                        at(series.median()) - MARGIN,
                        THICK);
        if (series.values().size() > 1) {
            out += line(at(series.least()), y + THICK / 2.0, at(series.most()), y + THICK / 2.0)
                    + line(at(series.least()), y + 3, at(series.least()), y + THICK - 3.0)
                    + line(at(series.most()), y + 3, at(series.most()), y + THICK - 3.0);
        }
        return out + text("number", at(series.most()) + 8, y + 13, number(series));
    }

    /** Where a value lies from the left. */
    private double at(double value) {
        var longest = bars.stream().mapToDouble(bar -> bar.series().most()).max().orElseThrow();
        var room = WIDTH - 2 * MARGIN - NUMBERS;
        return longest == 0 ? MARGIN : MARGIN + value / longest * room;
    }

    private static String number(Series series) {
        if (series.median() >= 100) {
            return series.told(0);
        }
        return series.told(series.median() >= 10 ? 1 : 2);
    }

    private static String line(double fromX, double fromY, double toX, double toY) {
        return format(
                "<line class=\"range\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n", fromX, fromY, toX, toY);
    }

    private static String text(String as, double x, int y, String words) {
        return format("<text class=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>\n", as, x, y, escaped(words));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
