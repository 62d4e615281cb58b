package dev.sluice.cli.deadletters;

import dev.sluice.cli.replay.Meter;
import dev.sluice.cli.replay.Pace;
import dev.sluice.local.delivery.LetterDetails;
import dev.sluice.local.delivery.Redrive;
import dev.sluice.local.delivery.Redrive.Standing;
import dev.sluice.local.delivery.Redriving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Redrives letters one after the other, then waits for what comes of them. */
public final class RedriveRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Redrive redrive;
    private final LetterDetails details;
    private final Pace pace;
    private final Meter meter;

    public RedriveRun(Redrive redrive, LetterDetails details, Pace pace, Meter meter) {
        this.redrive = redrive;
        this.details = details;
        this.pace = pace;
        this.meter = meter;
    }

    /** What would become of them; changes nothing. */
    public List<Redriven> look(List<Long> numbers, Optional<String> repaired) {
        var outcomes = new ArrayList<Redriven>();
        for (var number : numbers) {
            outcomes.add(outcome(number, redrive.look(number, repaired)));
            meter.shows("looking", outcomes.size(), numbers.size());
        }
        return outcomes;
    }

    /**
     * Redrives them.
     *
     * @param longest how long to wait for what comes of them; zero goes on at once
     */
    public List<Redriven> redrive(List<Long> numbers, Optional<String> repaired, Duration longest)
            throws InterruptedException {
        var outcomes = new LinkedHashMap<Long, Redriven>();
        var messages = new LinkedHashMap<Long, Long>();
        for (var number : numbers) {
            pace.await();
            var redriving = redrive.redrive(number, repaired);
            outcomes.put(number, outcome(number, redriving));
            if (redriving instanceof Redriving.Invoked(var message)) {
                messages.put(message, number);
            }
            meter.shows("redriving", outcomes.size(), numbers.size());
        }
        if (!longest.isZero()) {
            await(messages, longest, outcomes);
        }
        return List.copyOf(outcomes.values());
    }

    private static Redriven outcome(long number, Redriving redriving) {
        return switch (redriving) {
            case Redriving.Invoked ignored -> new Redriven.Invoked(number);
            case Redriving.DoneAlready(var why) -> new Redriven.DoneAlready(number, why);
            case Redriving.Unusable(var why) -> new Redriven.Unusable(number, why);
            case Redriving.Gone ignored -> new Redriven.NotThere(number);
        };
    }

    private void await(Map<Long, Long> messages, Duration longest, Map<Long, Redriven> outcomes)
            throws InterruptedException {
        var open = new LinkedHashMap<>(messages);
        var end = System.nanoTime() + longest.toNanos();
        while (true) {
            var standing = redrive.standing(List.copyOf(open.keySet()));
            for (var message : List.copyOf(open.keySet())) {
                if (standing.get(message) != Standing.UNDER_WAY) {
                    long number = open.getOrDefault(message, 0L);
                    outcomes.put(number, ended(number, message, standing.containsKey(message)));
                    open.remove(message);
                }
            }
            meter.shows("waiting", messages.size() - (long) open.size(), messages.size());
            if (open.isEmpty() || System.nanoTime() - end >= 0) {
                break;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        open.forEach((message, number) ->
                outcomes.put(number, new Redriven.StillUnderWay(number, details.underWay(message))));
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
