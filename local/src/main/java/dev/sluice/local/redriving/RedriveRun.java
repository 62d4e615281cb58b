package dev.sluice.local.redriving;

import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.delivery.LetterDetails;
import dev.sluice.local.delivery.Redrive;
import dev.sluice.local.delivery.Redrive.Standing;
import dev.sluice.local.delivery.Redriving;
import dev.sluice.local.redriving.Listener.Phase;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Redrives letters one after the other, then waits for what comes of them. Whoever interrupts its thread ends it between
 * two letters.
 */
public final class RedriveRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Redrive redrive;
    private final LetterDetails details;
    private final Pace pace;
    private final Time time;
    private final Listener listener;

    public RedriveRun(Redrive redrive, LetterDetails details, Pace pace, Time time, Listener listener) {
        this.redrive = redrive;
        this.details = details;
        this.pace = pace;
        this.time = time;
        this.listener = listener;
    }

    /**
     * Tells what would become of them; changes nothing.
     *
     * @param repaired what the letters hold instead
     * @throws Unavailable when the file cannot be read now
     */
    public void look(List<Long> numbers, Optional<String> repaired) throws InterruptedException {
        var done = 0;
        for (var number : numbers) {
            goOn();
            listener.became(outcome(number, redrive.look(number, repaired)));
            done++;
            listener.reached(Phase.LOOKING, done, numbers.size());
        }
    }

    /**
     * Redrives them, and tells what became of each.
     *
     * @param numbers one that is named twice is not there the second time
     * @param repaired what the letters hold instead
     * @param longest how long to wait for what comes of them; zero goes on at once
     * @throws Unavailable when the letter that was next may or may not be redriven; doing it again is safe
     */
    public void redrive(List<Long> numbers, Optional<String> repaired, Duration longest) throws InterruptedException {
        var messages = new LinkedHashMap<Long, Long>();
        var done = 0;
        for (var number : numbers) {
            goOn();
            pace.await();
            var redriving = redrive.redrive(number, repaired);
            listener.became(outcome(number, redriving));
            if (redriving instanceof Redriving.Invoked(var message)) {
                messages.put(message, number);
            }
            done++;
            listener.reached(Phase.REDRIVING, done, numbers.size());
        }
        if (!longest.isZero()) {
            await(messages, longest);
        }
    }

    private static void goOn() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the run is to end");
        }
    }

    private static Redriven outcome(long number, Redriving redriving) {
        return switch (redriving) {
            case Redriving.Invoked ignored -> new Redriven.Invoked(number);
            case Redriving.DoneAlready(var why) -> new Redriven.DoneAlready(number, why);
            case Redriving.Unusable(var why) -> new Redriven.Unusable(number, why);
            case Redriving.Gone ignored -> new Redriven.NotThere(number);
        };
    }

    private void await(Map<Long, Long> messages, Duration longest) throws InterruptedException {
        var open = new LinkedHashMap<>(messages);
        var end = time.nanos() + longest.toNanos();
        while (true) {
            var standing = redrive.standing(List.copyOf(open.keySet()));
            for (var message : List.copyOf(open.keySet())) {
                if (standing.get(message) != Standing.UNDER_WAY) {
                    long number = open.getOrDefault(message, 0L);
                    listener.became(ended(number, message, standing.containsKey(message)));
                    open.remove(message);
                }
            }
            listener.reached(Phase.WAITING, messages.size() - (long) open.size(), messages.size());
            if (open.isEmpty() || time.nanos() - end >= 0) {
                break;
            }
            time.sleep(BETWEEN_LOOKS);
        }
        open.forEach((message, number) ->
                listener.became(new Redriven.StillUnderWay(number, details.underWay(message))));
    }

    /** A letter that is gone again by now was redriven by somebody else, who hears what came of it. */
    private Redriven ended(long number, long message, boolean failed) {
        return failed
                ? details.failedAgain(message)
                        .<Redriven>map(letter -> new Redriven.FailedAgain(number, letter))
                        .orElseGet(() -> new Redriven.NotThere(number))
                : new Redriven.Done(number);
    }
}
