package dev.sluice.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.blueprint.Trigger.Subscription;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** The laws that hold for every blueprint, whatever pipeline it describes. */
@Domain(Blueprints.class)
class BlueprintProperties {

    @Property
    void everyFunctionIsFoundByItsName(@ForAll Blueprint blueprint) {
        assertThat(blueprint.functions())
                .allSatisfy(f -> assertThat(blueprint.function(f.name())).contains(f));
    }

    @Property
    void noNameIsHeldTwice(@ForAll Blueprint blueprint, @ForAll Function function) {
        var twice = List.of(function, function);
        assertThatThrownBy(() -> new Blueprint(twice))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two functions share a name: [" + function.name() + ", " + function.name() + "]");
        assertThat(blueprint.functions()).extracting(Function::name).doesNotHaveDuplicates();
    }

    @Property
    void resourcesHoldEachOnce(@ForAll Blueprint blueprint) {
        assertThat(blueprint.resources()).doesNotHaveDuplicates();
    }

    @Property
    void resourcesAreExactlyWhatFunctionsAreTriggeredByUseOrFailInto(@ForAll Blueprint blueprint) {
        var mentioned = new HashSet<Resource>();
        for (var function : blueprint.functions()) {
            for (var trigger : function.triggers()) {
                mentioned.addAll(
                        switch (trigger) {
                            case Trigger.Route ignored -> List.<Resource>of();
                            case Subscription s -> List.of(s.topic(), s.undelivered());
                            case Trigger.Stream s -> List.of(s.table(), s.deadLetters());
                            case Trigger.Messages m ->
                                List.of(m.queue(), m.queue().deadLetters());
                            case Trigger.Schedule ignored -> List.of();
                        });
            }
            function.uses().forEach(u -> mentioned.add(u.resource()));
            mentioned.add(function.asynchronous().deadLetters());
        }
        assertThat(blueprint.resources()).containsExactlyInAnyOrderElementsOf(mentioned);
    }

    @Property
    void aFunctionIsDeliveredToExactlyWhenSomethingButARouteTriggersIt(@ForAll Blueprint blueprint) {
        assertThat(blueprint.functions())
                .allSatisfy(f -> assertThat(f.isDeliveredTo())
                        .isEqualTo(f.triggers().stream()
                                .map(Object::getClass)
                                .anyMatch(c -> !c.equals(Trigger.Route.class))));
    }

    @Property
    void aTopicReachesEachOfItsSubscriptionsOnceAndNoOther(@ForAll Blueprint blueprint) {
        var topics = blueprint.resources().stream()
                .filter(Resource.Topic.class::isInstance)
                .map(Resource.Topic.class::cast)
                .toList();
        var reached = topics.stream()
                .flatMap(t -> blueprint.subscribersOf(t).stream())
                .toList();
        assertThat(reached)
                .allSatisfy(s -> assertThat(s.function().triggers()).contains(s.subscription()))
                .hasSize((int) blueprint.functions().stream()
                        .flatMap(BlueprintProperties::subscriptionsOf)
                        .count());
    }

    @Property
    void aTableIsReadByExactlyThoseWhoAreToldWhatIsNewInIt(@ForAll Blueprint blueprint) {
        for (var table : List.of("alpha", "beta", "gamma-2")) {
            var readers = blueprint.functions().stream()
                    .filter(f -> f.triggers().stream()
                            .anyMatch(t ->
                                    t instanceof Trigger.Stream s && s.table().equals(Blueprints.table(table))))
                    .map(Function::name)
                    .toList();
            assertThat(blueprint.readersOf(Blueprints.table(table))).isEqualTo(readers);
        }
    }

    private static Stream<Subscription> subscriptionsOf(Function function) {
        return function.triggers().stream()
                .filter(Subscription.class::isInstance)
                .map(Subscription.class::cast);
    }
}
