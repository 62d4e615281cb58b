package dev.sluice.console.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far from the sender each part is that a transaction reaches, and how far it goes on from there. */
final class Columns {

    private final List<Edge> onward;
    private final Set<Edge> backward = new HashSet<>();
    private final Set<Part> done = new LinkedHashSet<>();
    private final Map<Part, Integer> column = new HashMap<>();
    private final Map<Part, Integer> rest = new HashMap<>();

    private Columns(List<Edge> onward) {
        this.onward = onward;
    }

    static Columns of(List<Edge> edges) {
        var columns = new Columns(edges.stream().filter(Edge::isOnward).toList());
        columns.visit(Part.SENDER, Set.of());
        for (var part : columns.reached()) {
            for (var edge : columns.from(part)) {
                columns.column.merge(edge.to(), columns.column.getOrDefault(part, 0) + 1, Math::max);
            }
        }
        return columns;
    }

    /** What a transaction reaches: each before all that comes behind it. */
    List<Part> reached() {
        return new ArrayList<>(done).reversed();
    }

    /** The longest way from the sender; empty where none leads there. */
    Optional<Integer> column(Part part) {
        return done.contains(part) ? Optional.of(column.getOrDefault(part, 0)) : Optional.empty();
    }

    /** The longest way from there to an end. */
    int rest(Part part) {
        return rest.getOrDefault(part, 0);
    }

    /** What leads back to where a transaction came from is no way on: it would make the longest way endless. */
    private void visit(Part part, Set<Part> way) {
        var here = new HashSet<>(way);
        here.add(part);
        for (var edge : onward) {
            if (edge.from().equals(part)) {
                if (here.contains(edge.to())) {
                    backward.add(edge);
                } else {
                    if (!done.contains(edge.to())) {
                        visit(edge.to(), here);
                    }
                    rest.merge(part, rest(edge.to()) + 1, Math::max);
                }
            }
        }
        done.add(part);
    }

    private List<Edge> from(Part part) {
        return onward.stream()
                .filter(edge -> edge.from().equals(part) && !backward.contains(edge))
                .toList();
    }
}
