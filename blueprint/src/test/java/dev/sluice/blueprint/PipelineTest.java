package dev.sluice.blueprint;

import static dev.sluice.blueprint.Pipeline.BLUEPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Resource.DeadLetterQueue;
import dev.sluice.blueprint.Trigger.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

/** What must hold for the pipeline as it is described, beyond what holds for every blueprint. */
class PipelineTest {

    @Test
    void aTransactionMeetsTheFunctionsInThisOrder() {
        assertThat(BLUEPRINT.functions())
                .containsExactly(
                        Pipeline.VALIDATOR, Pipeline.PROCESSOR, Pipeline.ENRICHER, Pipeline.NOTIFIER, Pipeline.QUERY);
    }

    @Test
    void whatIsPublishedToIsSubscribedTo() {
        assertThat(BLUEPRINT.subscribersOf(Pipeline.TRANSACTIONS_TOPIC))
                .extracting(s -> s.function().name())
                .containsExactly("processor");
    }

    @Test
    void whatIsNewInTheTableIsToldToTheEnricher() {
        assertThat(BLUEPRINT.readersOf(Pipeline.TRANSACTIONS_TABLE)).containsExactly("enricher");
    }

    @Test
    void whatIsSentToAQueueIsReceivedFromIt() {
        var sent = BLUEPRINT.functions().stream()
                .flatMap(f -> f.uses().stream())
                .filter(u -> u.kind() == Use.Kind.SENDS)
                .map(Use::resource)
                .toList();
        var received = BLUEPRINT.functions().stream()
                .flatMap(f -> f.triggers().stream())
                .filter(Trigger.Messages.class::isInstance)
                .map(t -> ((Trigger.Messages) t).queue())
                .toList();
        assertThat(sent).isNotEmpty().allMatch(received::contains);
        assertThat(received).allMatch(sent::contains).doesNotHaveDuplicates();
    }

    @Test
    void aMessageIsHiddenForFiveMinutesAndReceivedFiveTimes() {
        assertThat(Pipeline.NOTIFICATIONS_QUEUE.visibilityTimeout()).isEqualTo(Duration.ofMinutes(5));
        assertThat(Pipeline.NOTIFICATIONS_QUEUE.receives()).isEqualTo(5);
    }

    @Test
    void everyFunctionCountsUnderANamespaceThatItIsTold() {
        assertThat(BLUEPRINT.functions())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.settings()).contains(Pipeline.METRICS));
    }

    @Test
    void everyHopFailsIntoAQueueOfItsOwn() {
        var targets = new ArrayList<DeadLetterQueue>();
        for (var function : BLUEPRINT.functions()) {
            // What the function itself gave up on, however it was invoked, lies in one queue.
            var givenUpOn = new HashSet<DeadLetterQueue>();
            givenUpOn.add(function.asynchronous().deadLetters());
            for (var trigger : function.triggers()) {
                switch (trigger) {
                    case Trigger.Route ignored -> {}
                    case Subscription subscription -> targets.add(subscription.undelivered());
                    case Trigger.Schedule ignored -> {}
                    case Trigger.Stream stream -> givenUpOn.add(stream.deadLetters());
                    case Trigger.Messages messages ->
                        givenUpOn.add(messages.queue().deadLetters());
                }
            }
            assertThat(givenUpOn).as(function.name()).hasSizeLessThanOrEqualTo(1);
            targets.addAll(givenUpOn);
        }
        assertThat(targets).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void aDeadLetterStaysFourteenDays() {
        assertThat(BLUEPRINT.resources())
                .filteredOn(DeadLetterQueue.class::isInstance)
                .map(DeadLetterQueue.class::cast)
                .isNotEmpty()
                .allSatisfy(q -> assertThat(q.retention()).isEqualTo(Duration.ofDays(14)));
    }

    @Test
    void noFunctionHasTwoResourcesUnderOneVariable() {
        for (var function : BLUEPRINT.functions()) {
            var named = new HashMap<String, Resource>();
            for (var use : function.uses()) {
                assertThat(named.put(use.environmentVariable(), use.resource())).isIn(null, use.resource());
            }
        }
    }

    @Test
    void noTwoResourcesOfAKindShareAName() {
        assertThat(BLUEPRINT.resources())
                .extracting(r -> r.getClass().getSimpleName() + " " + r.name())
                .doesNotHaveDuplicates();
    }

    @Test
    void noTwoFunctionsAnswerTheSameRoute() {
        var routes = BLUEPRINT.functions().stream()
                .flatMap(f -> f.triggers().stream())
                .filter(Trigger.Route.class::isInstance)
                .map(Trigger.Route.class::cast)
                .map(r -> r.method() + " " + r.path())
                .toList();
        assertThat(routes).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void queryCanOnlyRead() {
        assertThat(Pipeline.QUERY.uses()).extracting(Use::kind).containsExactly(Use.Kind.LISTS);
    }

    @Test
    void aNameThatNoFunctionHasFindsNone() {
        assertThat(BLUEPRINT.function("nobody")).isEmpty();
    }
}
