package dev.sluice.integration.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The trace")
class TraceTest {

    @Test
    @DisplayName("follows the whole journey, with each invocation where it led there")
    void wholeJourney() {
        var trace = Trace.of(Samples.journal()).orElseThrow();

        assertThat(trace.transaction()).isEqualTo("t-1");
        assertThat(trace.test()).isEqualTo("kept");
        assertThat(trace.steps())
                .extracting(step -> step.passed().to() + " " + step.from() + " " + step.to())
                .containsExactly("taker PT0S PT0.08S", "keeper PT0.1S PT1S", "orders PT1.1S PT1.1S");
        assertThat(trace.steps().get(1))
                .isInstanceOfSatisfying(
                        Trace.Step.Invocation.class,
                        keeper -> assertThat(keeper.cold()).isEqualTo(Duration.ofMillis(700)));
        assertThat(trace.took()).isEqualTo(Duration.ofMillis(1_100));
    }

    @Test
    @DisplayName("prefers the most hops, not counting repeats, and takes none that was lost on its way")
    void mostHops() {
        var journal = Samples.journal();
        journal.begin("lost");
        Samples.passed(journal, 2_000, "a", "b", "t-2");
        Samples.passed(journal, 2_001, "b", "c", "t-2");
        Samples.passed(journal, 2_002, "c", "d", "t-2");
        Samples.passed(journal, 2_003, "d", "e", "t-2");
        Samples.lost(journal, 2_004, "e", "f", "t-2");
        journal.begin("repeated");
        for (int i = 0; i < 5; i++) {
            Samples.passed(journal, 3_000 + i, "a", "b", "t-3");
        }

        assertThat(Trace.of(journal).orElseThrow().transaction()).isEqualTo("t-1");
    }

    @Test
    @DisplayName("takes of a function's invocations the one at its time, though it was written down at its end")
    void nearestInvocation() {
        var journal = new Journal();
        Samples.invoked(journal, 100, "taker", 0, 90, false);
        Samples.invoked(journal, 300, "taker", 0, 90, false);
        Samples.passed(journal, 310, "POST /orders/north", "arn:aws:lambda:eu-west-2:1:function:taker:live", "t-1");
        Samples.invoked(journal, 900, "taker", 0, 90, false);

        assertThat(Trace.of(journal).orElseThrow().steps())
                .singleElement()
                .extracting(Trace.Step::from, Trace.Step::to)
                .containsExactly(Duration.ZERO, Duration.ofMillis(90));
        assertThat(journal.of(Event.Invoked.class)).hasSize(3);
    }

    @Test
    @DisplayName("of nothing is none")
    void nothing() {
        assertThat(Trace.of(new Journal())).isEmpty();
    }
}
