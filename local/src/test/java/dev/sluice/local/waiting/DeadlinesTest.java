package dev.sluice.local.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final int PATIENCE_SECONDS = 20;

    private final Deadlines deadlines = new Deadlines();

    @AfterEach
    void stop() {
        deadlines.close();
    }

    @Test
    void whatTakesTooLongHasItsConsequenceOnceAndWhatEndsInTimeHasNone() throws InterruptedException {
        var early = new AtomicInteger();
        var late = new AtomicInteger();
        var last = new CountDownLatch(1);
        var closed = deadlines.in(Duration.ofMillis(1), early::incrementAndGet);
        closed.close();
        var passed = deadlines.in(Duration.ZERO, late::incrementAndGet);
        deadlines.in(Duration.ofSeconds(1), last::countDown);

        assertThat(last.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(early).hasValue(0);
        assertThat(late).hasValue(1);
        assertThat(passed.passed()).isTrue();
    }

    @Test
    void aConsequenceThatHangsKeepsNoOtherFromHappening() throws InterruptedException {
        var hanging = new CountDownLatch(1);
        var other = new CountDownLatch(1);
        deadlines.in(Duration.ZERO, () -> {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        deadlines.in(Duration.ofMillis(300), other::countDown);

        assertThat(other.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        hanging.countDown();
    }

    @Test
    void whatIsOpenWhenItClosesIsLateAndSoIsWhatComesAfter() throws InterruptedException {
        var late = new CountDownLatch(2);
        deadlines.in(Duration.ofDays(1), late::countDown);

        deadlines.close();
        deadlines.in(Duration.ofDays(1), late::countDown);

        assertThat(late.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
}
