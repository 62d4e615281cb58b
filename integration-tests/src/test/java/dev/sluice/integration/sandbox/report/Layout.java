package dev.sluice.integration.sandbox.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where the places of a flow are drawn: what a transaction meets later stands further to the right, and the longest way is
 * the lowest row; dead letters stand below what they come from.
 *
 * @param cells a cell for each place
 * @param rows how many rows there are above those of dead letters
 */
record Layout(Map<Place, Cell> cells, int rows) {

    /**
     * A cell.
     *
     * @param column from 0, from the left
     * @param row from 0, from above
     */
    record Cell(int column, int row) {}

    static Layout of(Flow flow) {
        var next = new LinkedHashMap<Place, List<Place>>();
        flow.places().stream()
                .filter(place -> place.kind() != Place.Kind.DEAD_LETTERS)
                .forEach(place -> next.put(place, new ArrayList<>()));
        flow.edges().stream()
                .filter(edge -> edge.kind() != Flow.Kind.DEAD_LETTERS)
                .forEach(edge -> next.get(edge.from()).add(edge.to()));
        var lanes = lanes(next);
        var columns = columns(next, lanes);
        var cells = new LinkedHashMap<Place, Cell>();
        int row = 0;
        for (var lane : lanes.reversed()) {
            var used = new HashMap<Integer, Integer>();
            for (var place : lane) {
                int column = columns.get(place);
                cells.put(place, new Cell(column, row + used.merge(column, 1, Integer::sum) - 1));
            }
            row += used.values().stream().max(Comparator.naturalOrder()).orElse(0);
        }
        int rows = row;
        var dead = new HashMap<Integer, Integer>();
        flow.edges().stream()
                .filter(edge -> edge.kind() == Flow.Kind.DEAD_LETTERS)
                // What stands lower comes first, so that fewer lines have to go round something.
                .sorted(Comparator.comparingInt(edge -> -cells.get(edge.from()).row()))
                .filter(edge -> !cells.containsKey(edge.to()))
                .toList()
                .forEach(edge -> {
                    int column = cells.get(edge.from()).column();
                    cells.computeIfAbsent(
                            edge.to(), place -> new Cell(column, rows + dead.merge(column, 1, Integer::sum) - 1));
                });
        return new Layout(Map.copyOf(cells), rows);
    }

    /** The functions' names in the order in which a transaction meets them, those of the longest way first. */
    List<String> functions() {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().kind() == Place.Kind.FUNCTION)
                .sorted(Comparator.<Map.Entry<Place, Cell>>comparingInt(
                                cell -> -cell.getValue().row())
                        .thenComparingInt(cell -> cell.getValue().column()))
                .map(cell -> cell.getKey().name())
                .toList();
    }

    /** What each start leads to, the longest first; a place belongs to the first that leads there. */
    private static List<List<Place>> lanes(Map<Place, List<Place>> next) {
        var targets = new HashSet<Place>();
        next.values().forEach(targets::addAll);
        var starts = new ArrayList<>(next.keySet());
        starts.sort(Comparator.<Place, Boolean>comparing(targets::contains)
                .thenComparingInt(place -> -reached(place, next).size()));
        var taken = new HashSet<Place>();
        var lanes = new ArrayList<List<Place>>();
        for (var start : starts) {
            var lane = reached(start, next).stream().filter(taken::add).toList();
            if (!lane.isEmpty()) {
                lanes.add(lane);
            }
        }
        return lanes;
    }

    private static Set<Place> reached(Place start, Map<Place, List<Place>> next) {
        var reached = new LinkedHashSet<Place>();
        var waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            var place = waiting.poll();
            if (reached.add(place)) {
                waiting.addAll(next.get(place));
            }
        }
        return reached;
    }

    /** The length of the longest way to each place that goes back nowhere. */
    private static Map<Place, Integer> columns(Map<Place, List<Place>> next, List<List<Place>> lanes) {
        var done = new ArrayDeque<Place>();
        var seen = new HashSet<Place>();
        lanes.forEach(lane -> visit(lane.getFirst(), next, seen, done));
        var columns = new HashMap<Place, Integer>();
        var passed = new HashSet<Place>();
        for (var place : done) {
            passed.add(place);
            int own = columns.computeIfAbsent(place, each -> 0);
            next.get(place).stream()
                    .filter(to -> !passed.contains(to))
                    .forEach(to -> columns.merge(to, own + 1, Math::max));
        }
        return columns;
    }

    /** Adds what can be reached so that everything stands before what it leads to, as far as it does not go round. */
    private static void visit(Place place, Map<Place, List<Place>> next, Set<Place> seen, ArrayDeque<Place> done) {
        if (seen.add(place)) {
            next.get(place).forEach(to -> visit(to, next, seen, done));
            done.addFirst(place);
        }
    }
}
