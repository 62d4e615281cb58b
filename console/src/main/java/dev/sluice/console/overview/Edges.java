package dev.sluice.console.overview;

import dev.sluice.blueprint.Blueprint;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Resource;
import dev.sluice.blueprint.Trigger;
import dev.sluice.blueprint.Use;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that a blueprint says goes from one part to another. */
final class Edges {

    private Edges() {}

    /** Each once, in the order the functions name them; those that differ in their labels only are one. */
    static List<Edge> of(Blueprint blueprint) {
        var edges = new LinkedHashMap<List<Object>, Edge>();
        blueprint.functions().stream()
                .flatMap(f -> Stream.of(triggers(f), uses(f), failures(f)).flatMap(each -> each))
                .forEach(edge -> edges.merge(List.of(edge.from(), edge.to(), edge.kind()), edge, Edges::merged));
        return List.copyOf(edges.values());
    }

    private static Edge merged(Edge one, Edge other) {
        return one.label().equals(other.label())
                ? one
                : new Edge(one.from(), one.to(), one.kind(), one.label() + ", " + other.label());
    }

    private static Stream<Edge> triggers(Function function) {
        var to = Part.of(function);
        return function.triggers().stream().flatMap(trigger -> switch (trigger) {
            case Trigger.Route route ->
                Stream.of(new Edge(caller(route), to, Edge.Kind.ROUTE, route.method() + " " + route.path()));
            case Trigger.Subscription s -> from(s.topic(), to, Edge.Kind.SUBSCRIPTION, "each message");
            case Trigger.Stream s -> from(s.table(), to, Edge.Kind.STREAM, "each new item");
            case Trigger.Messages m -> from(m.queue(), to, Edge.Kind.MESSAGES, "messages");
            case Trigger.Schedule ignored -> Stream.empty();
        });
    }

    private static Part caller(Trigger.Route route) {
        return switch (route.access()) {
            case SENDER -> Part.SENDER;
            case OPERATOR -> Part.OPERATOR;
        };
    }

    private static Stream<Edge> uses(Function function) {
        var user = Part.of(function);
        return function.uses().stream().flatMap(use -> switch (use.kind()) {
            case READS, LISTS -> from(use.resource(), user, Edge.Kind.READS, "reads");
            case WRITES -> to(user, use, Edge.Kind.WRITES, "stores");
            case UPDATES -> to(user, use, Edge.Kind.UPDATES, "updates");
            case PUBLISHES -> to(user, use, Edge.Kind.PUBLISHES, "publishes");
            case SENDS -> to(user, use, Edge.Kind.SENDS, "sends");
            case READS_SECRETS, STORES, INSPECTS, REPAIRS -> Stream.empty();
        });
    }

    /** Only what is delivered to can be given up on: requests are answered, whatever becomes of them. */
    private static Stream<Edge> failures(Function function) {
        if (!function.isDeliveredTo()) {
            return Stream.empty();
        }
        var byTrigger = function.triggers().stream().flatMap(trigger -> switch (trigger) {
            case Trigger.Stream s -> Stream.of(s.deadLetters());
            case Trigger.Messages m -> Stream.of(m.queue().deadLetters());
            case Trigger.Route ignored -> Stream.<Resource.DeadLetterQueue>empty();
            case Trigger.Subscription ignored -> Stream.<Resource.DeadLetterQueue>empty();
            case Trigger.Schedule ignored -> Stream.<Resource.DeadLetterQueue>empty();
        });
        return Stream.concat(byTrigger, Stream.of(function.asynchronous().deadLetters()))
                .flatMap(letters ->
                        edge(Part.of(letters).map(to -> new Edge(Part.of(function), to, Edge.Kind.FAILS, "gives up"))));
    }

    private static Stream<Edge> from(Resource resource, Part to, Edge.Kind kind, String label) {
        return edge(Part.of(resource).map(from -> new Edge(from, to, kind, label)));
    }

    private static Stream<Edge> to(Part user, Use use, Edge.Kind kind, String label) {
        return edge(Part.of(use.resource()).map(to -> new Edge(user, to, kind, label)));
    }

    private static Stream<Edge> edge(Optional<Edge> edge) {
        return edge.stream();
    }
}
