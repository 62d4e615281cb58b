package dev.sluice.integration.sandbox.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A small drawing of all times of a function on one scale, which is the same for all functions: logarithmic, from 1 ms to
 * 10 s.
 *
 * @param warm drawn as strokes
 * @param cold drawn as rings
 */
record Strip(Optional<Spread> warm, Optional<Spread> cold) {

    private static final int WIDTH = 200;
    private static final int DECADES = 4;
    private static final int EDGE = 5;

    /** More than this cannot be told apart at that size. */
    private static final int MOST = 400;

    void write(Html html) {
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "strip",
                "viewBox",
                "0 0 " + (WIDTH + 2 * EDGE) + " 20",
                "role",
                "img",
                "aria-label",
                "Its times from 1 ms to 10 s");
        for (int decade = 0; decade <= DECADES; decade++) {
            line(html, "grid", EDGE + (double) WIDTH * decade / DECADES, 2, 18);
        }
        some(warm).forEach(each -> line(html, "warm", at(each), 5, 15));
        some(cold)
                .forEach(each -> html.mark("circle", "class", "cold", "cx", number(at(each)), "cy", "10", "r", "3.5"));
        html.close();
    }

    private static List<Duration> some(Optional<Spread> spread) {
        var all = spread.map(Spread::sorted).orElse(List.of());
        int step = Math.ceilDiv(Math.max(all.size(), 1), MOST);
        return IntStream.range(0, all.size())
                .filter(i -> i % step == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static double at(Duration time) {
        double decades = Math.log10(Math.max(time.toNanos() / 1e6, 1));
        return EDGE + WIDTH * Math.min(decades, DECADES) / DECADES;
    }

    private static void line(Html html, String look, double x, int from, int to) {
        html.mark(
                "line",
                "class",
                look,
                "x1",
                number(x),
                "x2",
                number(x),
                "y1",
                Integer.toString(from),
                "y2",
                Integer.toString(to));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
