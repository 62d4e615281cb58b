package dev.sluice.blueprint;

import static dev.sluice.blueprint.Pipeline.BLUEPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Resource.DeadLetterQueue;
import dev.sluice.blueprint.Trigger.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What must hold for the pipeline as it is described, beyond what holds for every blueprint. */
class PipelineTest {

    @Test
    void aTransactionMeetsTheFunctionsInThisOrder() {
        assertThat(BLUEPRINT.functions()).containsExactly(Pipeline.VALIDATOR, Pipeline.PROCESSOR, Pipeline.QUERY);
    }

    @Test
    void whatIsPublishedToIsSubscribedTo() {
        assertThat(BLUEPRINT.subscribersOf(Pipeline.TRANSACTIONS_TOPIC))
                .extracting(s -> s.function().name())
                .containsExactly("processor");
    }

    @Test
    void everyHopFailsIntoAQueueOfItsOwn() {
        var targets = new ArrayList<DeadLetterQueue>();
        for (var function : BLUEPRINT.functions()) {
            function.asynchronous().ifPresent(a -> targets.add(a.deadLetters()));
            for (var trigger : function.triggers()) {
                if (trigger instanceof Subscription subscription) {
                    targets.add(subscription.undelivered());
                }
            }
        }
        assertThat(targets).isNotEmpty().doesNotHaveDuplicates();
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
    void noFunctionHasTwoUsesUnderOneVariable() {
        assertThat(BLUEPRINT.functions())
                .allSatisfy(f -> assertThat(f.uses())
                        .extracting(Use::environmentVariable)
                        .doesNotHaveDuplicates());
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
        assertThat(Pipeline.QUERY.uses()).extracting(Use::kind).containsExactly(Use.Kind.READS);
    }

    @Test
    void aNameThatNoFunctionHasFindsNone() {
        assertThat(BLUEPRINT.function("enricher")).isEmpty();
    }
}
