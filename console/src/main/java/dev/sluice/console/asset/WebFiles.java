package dev.sluice.console.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The files there are: those of the folder {@code web}, listed here, and the chart's two. */
final class WebFiles {

    static final String FOLDER = "/dev/sluice/console/web/";
    static final String INDEX = "index.html";

    /** What is in the folder, and nothing else; a test compares. */
    static final Set<String> OWN = Set.of(
            INDEX,
            "activity.js",
            "addresses.js",
            "api.js",
            "app.js",
            "appearance.js",
            "chart.js",
            "deadletters.js",
            "dom.js",
            "figures.js",
            "filters.js",
            "find.css",
            "find.js",
            "format.js",
            "hops.js",
            "icon.svg",
            "known.js",
            "latest.js",
            "layout.js",
            "letter.js",
            "letterfilter.js",
            "letters.css",
            "lettertable.js",
            "live.js",
            "outcomes.js",
            "overview.css",
            "overview.js",
            "payload.js",
            "pipeline.js",
            "plot.js",
            "raw.js",
            "recent.js",
            "redraw.js",
            "redrive.js",
            "redrives.js",
            "refusal.js",
            "refusals.js",
            "refusaltable.js",
            "refusalwords.js",
            "refused.css",
            "refused.js",
            "riskiest.js",
            "router.js",
            "rows.js",
            "search.js",
            "series.js",
            "shapes.js",
            "signin.js",
            "span.js",
            "stage.js",
            "style.css",
            "theme.js",
            "timeline.js",
            "transaction.css",
            "transaction.js",
            "way.js",
            "why.js");

    /** By the name they are served under: where they are in their library. */
    static final Map<String, String> CHART =
            Map.of("uplot.js", "dist/uPlot.iife.min.js", "uplot.css", "dist/uPlot.min.css");

    private static final String CHART_ABOUT = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";
    private static final String CHART_FOLDER = "/META-INF/resources/webjars/uplot/";

    private final Map<String, Optional<WebFile>> read = new ConcurrentHashMap<>();

    /** All names. */
    static Set<String> names() {
        var names = new LinkedHashSet<>(OWN);
        names.addAll(CHART.keySet());
        return Set.copyOf(names);
    }

    /** The file of that name, read when it is first asked for: a start that nobody visits reads none. */
    Optional<WebFile> find(String name) {
        return names().contains(name) ? read.computeIfAbsent(name, WebFiles::read) : Optional.empty();
    }

    private static Optional<WebFile> read(String name) {
        var inLibrary = CHART.get(name);
        var resource = inLibrary == null ? FOLDER + name : CHART_FOLDER + chartVersion() + "/" + inLibrary;
        return bytes(resource).map(content -> new WebFile(name, content));
    }

    /** In one place, the root pom: asked of the library here. */
    private static String chartVersion() {
        try (var in = WebFiles.class.getResourceAsStream(CHART_ABOUT)) {
            var about = new Properties();
            if (in != null) {
                about.load(in);
            }
            return about.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> bytes(String resource) {
        try (var in = WebFiles.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
