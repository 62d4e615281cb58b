package dev.sluice.blueprint;

import dev.sluice.blueprint.Resource.DeadLetterQueue;
import dev.sluice.blueprint.Resource.Keys;
import dev.sluice.blueprint.Resource.Queue;
import dev.sluice.blueprint.Resource.Secrets;
import dev.sluice.blueprint.Resource.Table;
import dev.sluice.blueprint.Resource.Topic;
import dev.sluice.blueprint.Trigger.Access;
import dev.sluice.blueprint.Trigger.Method;
import dev.sluice.blueprint.Trigger.Route;
import dev.sluice.blueprint.Trigger.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Valid blueprints of every shape, whose functions share their resources. */
class Blueprints extends DomainContextBase {

    /** Names from a small stock, so that functions meet in them. */
    static Arbitrary<String> names() {
        return Arbitraries.of("alpha", "beta", "gamma-2", "delta-x-y", "epsilon");
    }

    static Table table(String name) {
        return new Table(name, new Keys("pk", "sk"), List.of());
    }

    static Queue queue(String name) {
        return new Queue(
                name,
                Duration.ofHours(12),
                Duration.ofDays(1),
                5,
                new DeadLetterQueue(name + "-dlq", Duration.ofDays(14)));
    }

    static Arbitrary<DeadLetterQueue> deadLetterQueues() {
        return Combinators.combine(names(), Arbitraries.integers().between(1, 14))
                .as((name, days) -> new DeadLetterQueue(name + "-dlq", Duration.ofDays(days)));
    }

    static Arbitrary<Trigger> triggers() {
        Arbitrary<Trigger> routes = Combinators.combine(
                        Arbitraries.of(Method.values()), names(), Arbitraries.of(Access.values()))
                .as((method, path, access) -> new Route(method, "/" + path, access));
        Arbitrary<Trigger> subscriptions =
                Combinators.combine(names().map(Topic::new), deadLetterQueues()).as(Subscription::new);
        Arbitrary<Trigger> streams = Combinators.combine(names().map(Blueprints::table), deadLetterQueues())
                .as((table, deadLetters) ->
                        new Trigger.Stream(table, "thing", 10, 1, 3, Duration.ofHours(1), deadLetters));
        Arbitrary<Trigger> messages = names().map(name -> new Trigger.Messages(queue(name), 10, 2));
        return Arbitraries.oneOf(routes, subscriptions, streams, messages);
    }

    static Arbitrary<Use> uses() {
        return Arbitraries.oneOf(
                names().map(Blueprints::table).map(Use::reads),
                names().map(Blueprints::table).map(Use::lists),
                names().map(Blueprints::table).map(Use::writes),
                names().map(Blueprints::table).map(Use::updates),
                names().map(Blueprints::queue).map(Use::sends),
                names().map(Topic::new).map(Use::publishes),
                names().map(Secrets::new).map(Use::readsSecrets));
    }

    @Provide
    static Arbitrary<Function> functions() {
        return Combinators.combine(
                        names(),
                        Arbitraries.integers().between(128, 10_240),
                        Arbitraries.integers().between(1, 900),
                        triggers().list().ofMaxSize(4),
                        uses().list().ofMaxSize(4),
                        deadLetterQueues())
                .as((name, memory, seconds, triggers, uses, deadLetters) -> new Function(
                        name,
                        "Does its part",
                        "some.Handler",
                        memory,
                        Duration.ofSeconds(seconds),
                        triggers,
                        uses,
                        List.of(),
                        Asynchronous.standard(deadLetters),
                        Optional.of(new Metrics.Records("Failed", List.of("Done")))))
                .withoutEdgeCases();
    }

    @Provide
    static Arbitrary<Blueprint> blueprints() {
        return functions()
                .withoutEdgeCases()
                .list()
                .uniqueElements(Function::name)
                .ofMaxSize(4)
                .map(Blueprint::new);
    }
}
