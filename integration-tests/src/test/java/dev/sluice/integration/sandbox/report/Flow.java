package dev.sluice.integration.sandbox.report;

import dev.sluice.integration.sandbox.deployed.DeployedFunction;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What is connected with what, as it was deployed, and how much passed there.
 *
 * @param places the places, those of dead letters among them
 * @param edges the connections, those to dead letters among them
 */
record Flow(List<Place> places, List<Edge> edges) {

    /** What makes a connection. */
    enum Kind {
        /** A route, a subscription or an event source. */
        DELIVERY,
        /** Calls that the function's role is granted. */
        CALLS,
        /** What was given up on goes there. */
        DEAD_LETTERS
    }

    /**
     * A connection.
     *
     * @param from where from
     * @param to where to
     * @param kind what makes it
     * @param passed how often the journal says that something arrived
     * @param used whether anything passed: of calls it may be known without their number
     */
    record Edge(Place from, Place to, Kind kind, int passed, boolean used) {}

    /** What was deployed, with what the journal has of it. */
    static Flow of(Deployment deployment, Journal journal, List<Granted> grants) {
        var places = Places.of(deployment);
        var passed = journal.of(Event.Passed.class).toList();
        var edges = new ArrayList<Edge>();
        for (var way : Wiring.of(deployment, places)) {
            int arrived = arrived(passed, way.from(), way.to());
            boolean used = switch (way.kind()) {
                case DELIVERY, DEAD_LETTERS -> arrived > 0;
                case CALLS -> arrived > 0 || isUsed(grants, deployment, way);
            };
            edges.add(new Edge(way.from(), way.to(), way.kind(), arrived, used));
        }
        var met = new LinkedHashSet<Place>();
        edges.forEach(edge -> {
            met.add(edge.from());
            met.add(edge.to());
        });
        return new Flow(List.copyOf(met), List.copyOf(edges));
    }

    /**
     * What people call where something passed.
     *
     * @param from where from
     * @param to where to
     */
    record Way(String from, String to) {}

    /** What people call the connection that something passed on: a topic and a table may have the same name. */
    Way way(Event.Passed passed) {
        return edges.stream()
                .filter(edge -> edge.from().goesBy(passed.from()) && edge.to().goesBy(passed.to()))
                .findFirst()
                .map(edge ->
                        new Way(edge.from().called(passed.from()), edge.to().called(passed.to())))
                .orElseGet(() -> new Way(passed.from(), passed.to()));
    }

    /** The functions in the order in which a transaction meets them; then those that are connected with nothing. */
    List<DeployedFunction> inOrder(List<DeployedFunction> functions) {
        var order = Layout.of(this).functions();
        return functions.stream()
                .sorted(Comparator.comparingInt(function -> {
                    int at = order.indexOf(function.name());
                    return at < 0 ? order.size() : at;
                }))
                .toList();
    }

    /** What people call a function. */
    String called(String function) {
        return places.stream()
                .filter(place -> place.kind() == Place.Kind.FUNCTION && place.goesBy(function))
                .findFirst()
                .map(place -> place.called(function))
                .orElse(function);
    }

    /** How often something arrived at one place from another. */
    static int arrived(List<Event.Passed> passed, Place from, Place to) {
        return (int) passed.stream()
                .filter(each -> each.arrived() && from.goesBy(each.from()) && to.goesBy(each.to()))
                .count();
    }

    private static boolean isUsed(List<Granted> grants, Deployment deployment, Wiring way) {
        var role = deployment.function(way.from().name()).orElseThrow().roleName();
        return grants.stream()
                .anyMatch(grant -> !grant.isUnused()
                        && grant.role().equals(role)
                        && Wiring.isFlow(grant.action())
                        && way.to().arn().equals(grant.resource()));
    }
}
