package dev.sluice.simulation.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SchedulerTest {

    private final Scheduler scheduler = new Scheduler(100_000);
    private final Life life = new Life("life");
    private final List<String> said = new ArrayList<>();

    @Test
    void turnsComeInTheOrderOfTimeAndOfNamesWhereTimeIsTheSame() {
        actor("b", 10, 10);
        actor("a", 10, 5);
        actor("c", 0, 100);
        scheduler.run();

        assertThat(said)
                .containsExactly("c begins 0", "a begins 10", "b begins 10", "a ends 15", "b ends 20", "c ends 100");
        assertThat(scheduler.now()).isEqualTo(100);
    }

    @Test
    void oneRunsAtATime() {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        for (var i = 0; i < 50; i++) {
            scheduler.spawn("actor " + i, life, 0, () -> {
                for (var n = 0; n < 50; n++) {
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    inside.decrementAndGet();
                    scheduler.rest(n % 3);
                }
            });
        }
        scheduler.run();
        assertThat(most).hasValue(1);
    }

    @Test
    void anInterruptGivesNobodyATurn() {
        var threads = new ArrayList<Thread>();
        scheduler.spawn("rests", life, 0, () -> {
            threads.add(Thread.currentThread());
            scheduler.rest(100);
            said.add("rested until " + scheduler.now() + ", interrupted "
                    + Thread.currentThread().isInterrupted());
        });
        scheduler.spawn("disturbs", life, 10, () -> {
            threads.getFirst().interrupt();
            scheduler.rest(10);
            said.add("disturbed at " + scheduler.now());
        });
        scheduler.run();
        assertThat(said).containsExactly("disturbed at 20", "rested until 100, interrupted true");
    }

    @Test
    void whoIsWokenRestsNoLonger() {
        var sleeper = scheduler.spawn("sleeps", life, 0, () -> {
            scheduler.sleep();
            said.add("woken at " + scheduler.now());
            said.add(scheduler.rest(1_000) + " at " + scheduler.now());
        });
        scheduler.spawn("wakes", life, 7, () -> {
            scheduler.wake(sleeper);
            scheduler.rest(3);
            scheduler.wake(sleeper);
        });
        scheduler.run();
        assertThat(said).containsExactly("woken at 7", "true at 10");
    }

    @Test
    void aLifeThatEndsEndsWhoHasItAndNobodyElse() {
        var other = new Life("other");
        scheduler.spawn("dies", other, 0, () -> {
            try {
                scheduler.rest(50);
                said.add("never");
            } finally {
                said.add("ends at " + scheduler.now());
            }
        });
        scheduler.spawn("never begins", other, 60, () -> said.add("never"));
        actor("lives", 0, 100);
        scheduler.spawn("kills", life, 20, () -> scheduler.end(other));
        scheduler.run();
        assertThat(said).containsExactly("lives begins 0", "ends at 20", "lives ends 100");
    }

    @Test
    void aRunWithoutEndIsEnded() {
        var few = new Scheduler(1_000);
        few.spawn("for ever", life, 0, () -> {
            while (true) {
                few.rest(1);
            }
        });
        few.run();
        assertThat(few.isExhausted()).isTrue();
    }

    @Test
    void anActorThatBreaksIsTold() {
        scheduler.spawn("breaks", life, 0, () -> {
            throw new IllegalStateException("a mistake");
        });
        actor("waits", 5, 5);
        assertThatThrownBy(scheduler::run).hasMessageContaining("a mistake");
    }

    @Test
    void timeCanBeGivenBitByBit() {
        actor("works", 10, 10);
        scheduler.runUntil(15);
        assertThat(said).containsExactly("works begins 10");
        assertThat(scheduler.now()).isEqualTo(15);
        scheduler.run();
        assertThat(said).containsExactly("works begins 10", "works ends 20");
    }

    private void actor(String name, long at, long works) {
        scheduler.spawn(name, life, at, () -> {
            said.add(name + " begins " + scheduler.now());
            scheduler.rest(works);
            said.add(name + " ends " + scheduler.now());
        });
    }
}
