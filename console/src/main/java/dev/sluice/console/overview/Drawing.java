package dev.sluice.console.overview;

import dev.sluice.blueprint.Blueprint;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A pipeline drawn from left to right: the way of a transaction on the uppermost lane, what is given up on below whoever
 * gave it up, and who asks on a lane of their own below what they ask.
 *
 * @param cells where each part is; no two share a cell
 */
record Drawing(Map<Part, Cell> cells, List<Edge> edges) {

    Drawing {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        edges = List.copyOf(edges);
    }

    /** A place in the drawing, both counted from 0: columns to the right, lanes downwards. */
    record Cell(int column, int lane) {}

    static Drawing of(Blueprint blueprint) {
        var edges = Edges.of(blueprint);
        var columns = Columns.of(edges);
        var cells = new LinkedHashMap<Part, Cell>();
        // Where a way forks, the branch that goes on longest stays on the uppermost lane.
        columns.reached().stream()
                .filter(part -> touches(edges, part))
                .sorted(Comparator.comparingInt(columns::rest).reversed())
                .forEach(part -> put(cells, part, columns.column(part).orElse(0), 0));
        edges.stream()
                .filter(edge -> edge.kind() == Edge.Kind.FAILS)
                .forEach(edge -> putBelow(cells, edge.to(), edge.from()));
        parts(blueprint, edges).stream()
                .filter(part -> part.kind() == Part.Kind.FUNCTION)
                .forEach(part -> putAside(cells, part, edges));
        parts(blueprint, edges).forEach(part -> put(cells, part, 0, 1));
        return new Drawing(cells, edges);
    }

    private static boolean touches(List<Edge> edges, Part part) {
        return edges.stream()
                .anyMatch(edge -> edge.from().equals(part) || edge.to().equals(part));
    }

    private static Set<Part> parts(Blueprint blueprint, List<Edge> edges) {
        var parts = new LinkedHashSet<Part>();
        blueprint.functions().forEach(function -> parts.add(Part.of(function)));
        edges.forEach(edge -> Stream.of(edge.from(), edge.to()).forEach(parts::add));
        return parts;
    }

    /** A function that no transaction reaches: below what it reads, its caller beside it. */
    private static void putAside(Map<Part, Cell> cells, Part function, List<Edge> edges) {
        if (cells.containsKey(function)) {
            return;
        }
        var column = edges.stream()
                .filter(edge -> edge.to().equals(function))
                .flatMap(edge -> Optional.ofNullable(cells.get(edge.from())).stream())
                .mapToInt(Cell::column)
                .findFirst()
                .orElse(1);
        var before = Math.max(0, column - 1);
        var lane = 1;
        while (taken(cells, column, lane) || taken(cells, before, lane)) {
            lane++;
        }
        put(cells, function, column, lane);
        var placed = lane;
        edges.stream()
                .filter(edge -> edge.to().equals(function) && edge.kind() == Edge.Kind.ROUTE)
                .forEach(edge -> put(cells, edge.from(), before, placed));
        edges.stream()
                .filter(edge -> edge.from().equals(function) && edge.kind() == Edge.Kind.FAILS)
                .forEach(edge -> putBelow(cells, edge.to(), function));
    }

    /** Where what it is to be below has a place. */
    private static void putBelow(Map<Part, Cell> cells, Part part, Part upper) {
        Optional.ofNullable(cells.get(upper)).ifPresent(above -> put(cells, part, above.column(), above.lane() + 1));
    }

    /** In the first free cell of the column from that lane on; what is there already stays. */
    private static void put(Map<Part, Cell> cells, Part part, int column, int lane) {
        var free = lane;
        while (taken(cells, column, free)) {
            free++;
        }
        cells.putIfAbsent(part, new Cell(column, free));
    }

    private static boolean taken(Map<Part, Cell> cells, int column, int lane) {
        return cells.containsValue(new Cell(column, lane));
    }
}
