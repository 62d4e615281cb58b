package dev.sluice.integration.sandbox.report;

import dev.sluice.integration.sandbox.journal.Event;
import java.util.List;
import java.util.Locale;

/** Draws the flow: boxes for places, arrows with how much passed, arrows down to the dead letters. Units are pixels. */
final class Picture {

    private static final int WIDTH = Grid.WIDTH;
    private static final int GAP = Grid.GAP;

    /** As many lines as a box has room for. */
    private static final int ROUTES = 2;

    /** Longer names than this do not fit in a box. */
    private static final int LONGEST = 14;

    private static final int LONGEST_ROUTE = 26;

    private final Flow flow;
    private final Grid grid;
    private final List<Event.Passed> passed;

    Picture(Flow flow, List<Event.Passed> passed) {
        this.flow = flow;
        this.grid = new Grid(flow);
        this.passed = passed;
    }

    /** Writes the drawing. */
    void write(Html html) {
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "picture",
                "role",
                "img",
                "aria-label",
                "The pipeline as it was deployed, with what passed on each connection",
                "viewBox",
                "0 0 " + grid.width() + " " + grid.height());
        arrowHeads(html);
        flow.edges().forEach(edge -> edge(html, edge));
        flow.places().forEach(place -> box(html, place));
        html.close();
    }

    private static void arrowHeads(Html html) {
        html.open("defs");
        for (var kind : List.of("plain", "dead", "idle")) {
            html.open(
                            "marker",
                            "id",
                            "head-" + kind,
                            "class",
                            kind,
                            "viewBox",
                            "0 0 8 8",
                            "refX",
                            "7",
                            "refY",
                            "4",
                            "markerWidth",
                            "6",
                            "markerHeight",
                            "6",
                            "orient",
                            "auto")
                    .mark("path", "d", "M0 0.5 L8 4 L0 7.5 Z")
                    .close();
        }
        html.close();
    }

    private void edge(Html html, Flow.Edge edge) {
        switch (edge.kind()) {
            case DEAD_LETTERS -> dead(html, edge);
            case DELIVERY, CALLS -> {
                if (grid.isArc(edge)) {
                    arc(html, edge);
                } else if (grid.cell(edge.from()).row() == grid.cell(edge.to()).row()) {
                    int y = grid.middle(edge.from());
                    path(html, edge, "M" + grid.right(edge.from()) + " " + y + " H" + (grid.left(edge.to()) - 1));
                    count(html, edge, (grid.right(edge.from()) + grid.left(edge.to())) / 2 + 2, y - 6);
                } else {
                    int y = grid.middle(edge.from());
                    int x = grid.port(edge.to());
                    boolean below =
                            grid.cell(edge.to()).row() > grid.cell(edge.from()).row();
                    int end = below ? grid.top(grid.cell(edge.to()).row()) - 1 : grid.bottom(edge.to()) + 1;
                    path(html, edge, "M" + grid.right(edge.from()) + " " + y + " H" + x + " V" + end);
                    count(html, edge, grid.right(edge.from()) + GAP / 2, y - 6);
                }
            }
        }
    }

    private void arc(Html html, Flow.Edge edge) {
        int row = grid.cell(edge.from()).row();
        int y = grid.track(edge);
        int from = grid.port(edge.from());
        int to = grid.port(edge.to());
        path(html, edge, "M" + from + " " + grid.top(row) + " V" + y + " H" + to + " V" + (grid.top(row) - 1));
        count(html, edge, (from + to) / 2, y - 3);
    }

    private void dead(Html html, Flow.Edge edge) {
        var from = grid.cell(edge.from());
        var to = grid.cell(edge.to());
        int x = grid.left(edge.from()) + 24;
        if (grid.isStraight(edge)) {
            path(html, edge, "M" + x + " " + grid.bottom(edge.from()) + " V" + (grid.top(to.row()) - 1));
            count(html, edge, x + 14, (grid.bottom(edge.from()) + grid.top(to.row())) / 2 + 8);
            return;
        }
        boolean leftwards = from.column() > to.column();
        int start = leftwards ? grid.left(edge.from()) + 16 : grid.right(edge.from()) - 16;
        int turn = grid.bottom(edge.from()) + 9;
        int lane = leftwards ? grid.left(edge.from()) - 14 : grid.right(edge.from()) + 10;
        int y = grid.middle(edge.to());
        path(
                html,
                edge,
                "M" + start + " " + grid.bottom(edge.from()) + " V" + turn + " H" + lane + " V" + y + " H"
                        + (grid.right(edge.to()) + 1));
        count(html, edge, lane + 10, y - 5);
    }

    private void path(Html html, Flow.Edge edge, String way) {
        var look = look(edge);
        html.mark("path", "class", "way " + look, "d", way, "marker-end", "url(#head-" + look + ")");
    }

    private static String look(Flow.Edge edge) {
        if (!edge.used()) {
            return "idle";
        }
        return edge.kind() == Flow.Kind.DEAD_LETTERS ? "dead" : "plain";
    }

    private void count(Html html, Flow.Edge edge, int x, int y) {
        if (edge.used() && edge.passed() == 0) {
            return;
        }
        html.element(
                "text",
                Figures.of(edge.passed()),
                "class",
                "count " + look(edge),
                "x",
                Integer.toString(x),
                "y",
                Integer.toString(y));
    }

    private void box(Html html, Place place) {
        int x = grid.left(place);
        int y = grid.top(grid.cell(place).row());
        html.open("g", "class", "box " + place.kind().name().toLowerCase(Locale.ROOT));
        html.element("title", place.kind() + " " + place.name() + " " + String.join(", ", place.routes()));
        html.mark(
                "rect",
                "x",
                Integer.toString(x),
                "y",
                Integer.toString(y),
                "width",
                Integer.toString(grid.right(place) - x),
                "height",
                Integer.toString(grid.bottom(place) - y),
                "rx",
                place.kind() == Place.Kind.FUNCTION ? "4" : "14");
        int line = y + (place.kind() == Place.Kind.DEAD_LETTERS ? 14 : 17);
        say(html, "kind", place.kind().toString(), x + 12, line);
        if (place.kind() == Place.Kind.ROUTES) {
            int shown =
                    place.routes().size() > ROUTES ? ROUTES - 1 : place.routes().size();
            for (var route : place.routes().subList(0, shown)) {
                line += 13;
                int count = Flow.arrived(passed, route(place, route), function(place));
                var brief = route.replaceAll("\\{[^}]*}", "{…}");
                if (brief.length() > LONGEST_ROUTE) {
                    pressed(html, "route", brief, x + 12, line, grid.right(place) - x - 48);
                } else {
                    say(html, "route", brief, x + 12, line);
                }
                say(html, "route end", Figures.of(count), grid.right(place) - 10, line);
            }
            if (shown < place.routes().size()) {
                say(html, "route", "and " + (place.routes().size() - shown) + " more", x + 12, line + 13);
            }
        } else if (place.brief().length() > LONGEST) {
            pressed(html, "name", place.brief(), x + 12, line + 16, WIDTH - 20);
        } else {
            say(html, "name", place.brief(), x + 12, line + 16);
        }
        html.close();
    }

    private static void say(Html html, String look, String what, int x, int y) {
        var at = new String[] {"class", look, "x", Integer.toString(x), "y", Integer.toString(y)};
        html.element("text", what, at);
    }

    /** What is too long is pressed together: fonts are not known here. */
    private static void pressed(Html html, String look, String what, int x, int y, int width) {
        html.element(
                "text",
                what,
                "class",
                look,
                "x",
                Integer.toString(x),
                "y",
                Integer.toString(y),
                "textLength",
                Integer.toString(width),
                "lengthAdjust",
                "spacingAndGlyphs");
    }

    private static Place route(Place routes, String route) {
        return new Place(Place.Kind.ROUTES, routes.name(), routes.arn(), routes.label(), List.of(route));
    }

    private static Place function(Place routes) {
        return new Place(Place.Kind.FUNCTION, routes.name(), routes.arn(), routes.label(), List.of());
    }
}
