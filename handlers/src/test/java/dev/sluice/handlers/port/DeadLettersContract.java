package dev.sluice.handlers.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.handlers.port.DeadLetters.Held;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every dead-letter queue promises. */
public abstract class DeadLettersContract {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** The queue under test, empty at first. */
    protected abstract DeadLetters letters();

    /**
     * Lets its hop give up on one of its events for that reason, in the way the hop does it.
     *
     * @param number another one for each event
     * @return the event as the function was given it
     */
    protected abstract String giveUp(int number, String reason);

    @Test
    void whatAHopGaveUpOnIsTakenAsTheFunctionWasGivenItWithTheReason() {
        var payload = giveUp(1, "the store does not answer");

        var taken = letters().take(10, LONG);
        assertThat(taken).singleElement().satisfies(held -> {
            assertThat(held.letter().payload()).isEqualTo(payload);
            assertThat(held.letter().reasons()).singleElement().asString().contains("the store does not answer");
            assertThat(held.letter().firstFailedAt())
                    .isBeforeOrEqualTo(held.letter().lastFailedAt())
                    .isCloseTo(Instant.now(), within(10, ChronoUnit.MINUTES));
        });
    }

    @Test
    void anEmptyQueueGivesNone() {
        assertThat(letters().take(10, LONG)).isEmpty();
    }

    @Test
    void aLetterInHandIsNobodyElsesUntilItsHoldEnds() {
        var payload = giveUp(1, "why");
        assertThat(letters().take(10, SHORT)).hasSize(1);
        assertThat(takenInTheEnd().letter().payload()).isEqualTo(payload);
        assertThat(letters().take(10, LONG)).isEmpty();
    }

    @Test
    void aLetterThatIsRemovedIsGoneAndRemovingItAgainIsNoError() {
        giveUp(1, "why");
        var held = letters().take(10, SHORT).getFirst();
        letters().remove(held);
        letters().remove(held);
        var other = giveUp(2, "why");
        assertThat(takenInTheEnd().letter().payload()).isEqualTo(other);
        assertThat(letters().take(10, LONG)).isEmpty();
    }

    @Test
    void aLetterThatIsPutBackIsThereAtOnceWithAllItsReasons() {
        var payload = giveUp(1, "first");
        var held = letters().take(10, LONG).getFirst();
        letters().putBack(held, "second\nline");
        var again = takenInTheEnd();
        letters().putBack(again, "third");

        assertThat(takenInTheEnd().letter()).satisfies(letter -> {
            assertThat(letter.payload()).isEqualTo(payload);
            assertThat(letter.reasons()).hasSize(3);
            assertThat(letter.reasons().getFirst()).contains("first");
            assertThat(letter.reasons().subList(1, 3)).containsExactly("second line", "third");
            assertThat(letter.firstFailedAt()).isEqualTo(held.letter().firstFailedAt());
            assertThat(letter.lastFailedAt()).isAfterOrEqualTo(held.letter().lastFailedAt());
        });
        assertThat(letters().take(10, LONG)).isEmpty();
    }

    @Test
    void noMoreAreTakenThanAskedForAndEachOfManyOnce() {
        var payloads = IntStream.range(0, 25).mapToObj(i -> giveUp(i, "why")).toList();

        assertThat(letters().take(3, SHORT)).hasSizeBetween(1, 3);
        assertThat(everything(25)).containsExactlyInAnyOrderElementsOf(payloads);
    }

    @Test
    void twoWhoTakeAtTheSameTimeNeverHoldTheSameLetter() throws InterruptedException, ExecutionException {
        IntStream.range(0, 20).forEach(i -> giveUp(i, "why"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<List<Held>> take = () -> letters().take(10, LONG);
            var held = new ArrayList<String>();
            for (var taken : threads.invokeAll(List.of(take, take, take, take))) {
                taken.get().forEach(one -> held.add(one.letter().payload()));
            }
            assertThat(held).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private Held takenInTheEnd() {
        var until = Instant.now().plus(DEADLINE);
        while (Instant.now().isBefore(until)) {
            var taken = letters().take(1, LONG);
            if (!taken.isEmpty()) {
                return taken.getFirst();
            }
        }
        throw new AssertionError("no letter came back within " + DEADLINE);
    }

    private List<String> everything(int count) {
        var until = Instant.now().plus(DEADLINE);
        var payloads = new ArrayList<String>();
        while (payloads.size() < count && Instant.now().isBefore(until)) {
            letters().take(100, LONG).forEach(held -> payloads.add(held.letter().payload()));
        }
        return payloads;
    }
}
