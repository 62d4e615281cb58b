package dev.sluice.integration.sandbox.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Where boxes and arrows of the picture are, in pixels. */
final class Grid {

    private static final int FIRST = 244;
    static final int WIDTH = 108;
    private static final int HEIGHT = 48;
    static final int GAP = 44;
    private static final int TRACK = 17;
    private static final int EDGE = 8;
    private static final int DEAD_HEIGHT = 38;

    private final Layout layout;
    private final Map<Place, Integer> ports = new HashMap<>();
    private final Map<Integer, List<Flow.Edge>> arcs = new HashMap<>();

    Grid(Flow flow) {
        this.layout = Layout.of(flow);
        flow.edges().stream()
                .filter(this::isArc)
                .sorted(Comparator.comparingInt(this::span))
                .forEach(edge -> arcs.computeIfAbsent(cell(edge.from()).row(), row -> new ArrayList<>())
                        .add(edge));
    }

    /** The picture's width. */
    int width() {
        return 2 * EDGE + FIRST - GAP + last(Layout.Cell::column) * (WIDTH + GAP);
    }

    /** The picture's height. */
    int height() {
        return top(last(Layout.Cell::row) + 1);
    }

    private int last(ToIntFunction<Layout.Cell> of) {
        return layout.cells().values().stream().mapToInt(of).max().orElse(0);
    }

    /** Whether nothing stands between a place and its dead letters. */
    boolean isStraight(Flow.Edge edge) {
        var from = cell(edge.from());
        var to = cell(edge.to());
        return from.column() == to.column()
                && layout.cells().values().stream()
                        .noneMatch(other ->
                                other.column() == from.column() && other.row() > from.row() && other.row() < to.row());
    }

    /** The height at which an arc runs: the longer the higher, so that arcs do not cross. */
    int track(Flow.Edge arc) {
        int row = cell(arc.from()).row();
        return top(row) - TRACK * (arcs.get(row).indexOf(arc) + 1);
    }

    /** Whether it does not lead to the next place in its row. */
    boolean isArc(Flow.Edge edge) {
        return edge.kind() != Flow.Kind.DEAD_LETTERS
                && cell(edge.from()).row() == cell(edge.to()).row()
                && cell(edge.to()).column() != cell(edge.from()).column() + 1;
    }

    private int span(Flow.Edge edge) {
        return Math.abs(cell(edge.from()).column() - cell(edge.to()).column());
    }

    /** The next free place at the top of a box. */
    int port(Place place) {
        return left(place) + 20 + 22 * (ports.merge(place, 1, Integer::sum) - 1);
    }

    /** Where a place stands. */
    Layout.Cell cell(Place place) {
        return layout.cells().get(place);
    }

    /** A box's left side. */
    int left(Place place) {
        int column = cell(place).column();
        return column == 0 ? EDGE : EDGE + FIRST + (column - 1) * (WIDTH + GAP);
    }

    /** A box's right side. */
    int right(Place place) {
        return cell(place).column() == 0 && place.kind() == Place.Kind.ROUTES
                ? EDGE + FIRST - GAP
                : left(place) + WIDTH;
    }

    /** The top of a row's boxes. */
    int top(int row) {
        int y = EDGE;
        for (int each = 0; each < row; each++) {
            y += each < layout.rows() ? channel(each) + HEIGHT + 14 : DEAD_HEIGHT + 12;
            if (each + 1 == layout.rows()) {
                y += 18;
            }
        }
        return row < layout.rows() ? y + channel(row) : y;
    }

    /** The room above a row for what skips boxes. */
    private int channel(int row) {
        int tracks = arcs.getOrDefault(row, List.of()).size();
        return tracks == 0 ? 0 : tracks * TRACK + 12;
    }

    /** A box's lower side. */
    int bottom(Place place) {
        return top(cell(place).row()) + (place.kind() == Place.Kind.DEAD_LETTERS ? DEAD_HEIGHT : HEIGHT);
    }

    /** The height at which arrows come and go at a box's sides. */
    int middle(Place place) {
        return (top(cell(place).row()) + bottom(place)) / 2;
    }
}
