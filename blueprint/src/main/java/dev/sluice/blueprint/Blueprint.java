package dev.sluice.blueprint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pipeline described as data: its functions, each with what triggers it and what it uses.
 *
 * <p>Resources are not listed apart: what no function is triggered by, uses or fails into does not exist.
 *
 * @param functions in the order a transaction meets them
 */
public record Blueprint(List<Function> functions) {

    public Blueprint {
        functions = List.copyOf(functions);
        var names = functions.stream().map(Function::name).toList();
        if (names.stream().distinct().count() != names.size()) {
            throw new IllegalArgumentException("two functions share a name: " + names);
        }
    }

    /** The function of that name. */
    public Optional<Function> function(String name) {
        return functions.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /** Every resource once, in the order the functions name them. */
    public List<Resource> resources() {
        return functions.stream().flatMap(Blueprint::resourcesOf).distinct().toList();
    }

    /** Every trigger of that kind, in the order the functions name them. */
    public <T extends Trigger> List<T> triggers(Class<T> kind) {
        return functions.stream()
                .flatMap(f -> f.triggers().stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The functions that a topic fans out to, with the subscription each has. */
    public List<Subscriber> subscribersOf(Resource.Topic topic) {
        return functions.stream()
                .flatMap(f -> f.triggers().stream()
                        .filter(Trigger.Subscription.class::isInstance)
                        .map(Trigger.Subscription.class::cast)
                        .filter(s -> s.topic().equals(topic))
                        .map(s -> new Subscriber(f, s)))
                .toList();
    }

    /** The names of the functions that are told of new items in a table. */
    public List<String> readersOf(Resource.Table table) {
        return functions.stream()
                .filter(f -> f.triggers().stream()
                        .anyMatch(
                                t -> t instanceof Trigger.Stream s && s.table().equals(table)))
                .map(Function::name)
                .toList();
    }

    /** A function together with one subscription of its own. */
    public record Subscriber(Function function, Trigger.Subscription subscription) {}

    private static Stream<Resource> resourcesOf(Function function) {
        var triggering = function.triggers().stream().flatMap(t -> switch (t) {
            case Trigger.Route ignored -> Stream.<Resource>empty();
            case Trigger.Subscription s -> Stream.of(s.topic(), s.undelivered());
            case Trigger.Stream s -> Stream.of(s.table(), s.deadLetters());
            case Trigger.Messages m -> Stream.of(m.queue(), m.queue().deadLetters());
            case Trigger.Schedule ignored -> Stream.<Resource>empty();
        });
        var used = function.uses().stream().map(Use::resource);
        var failing = Stream.of(function.asynchronous().deadLetters());
        return Stream.concat(triggering, Stream.concat(used, failing));
    }
}
