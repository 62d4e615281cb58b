package dev.sluice.integration.kill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One kill of the running pipeline, and whom else it takes.
 *
 * @param row how many rows of the file are acknowledged when it comes
 * @param later how long after that row, so that any moment of a row's way is hit; absent: in the very moment in which a
 *     202 has been read, when what was acknowledged too early is not on the disk yet
 * @param chance from 0 to 1: decides the second moment, where there is one
 */
record Round(int number, Victims victims, long row, Optional<Duration> later, double chance) {

    private static final int LONGEST_MICROS = 30_000;

    /** Who is killed. */
    enum Victims {
        /** The pipeline; the replay waits and goes on by itself, on the same port. */
        PIPELINE,
        /** The pipeline, and the replay a moment before or after it: another process has to go on with it. */
        PIPELINE_AND_REPLAY,
        /** The pipeline, and the one after it while it starts: recovery itself is cut short. */
        PIPELINE_TWICE
    }

    /**
     * As many rounds as asked for, at random rows of the file. Of any four, two kill the pipeline alone, one the replay
     * too, one the next start too.
     *
     * @param rows how many rows of the file are accepted in all
     */
    static List<Round> of(int times, long rows, Random random) {
        var deck = new ArrayList<Victims>();
        for (var i = 0; i < times; i++) {
            deck.add(
                    switch (i % 4) {
                        case 1 -> Victims.PIPELINE_AND_REPLAY;
                        case 3 -> Victims.PIPELINE_TWICE;
                        default -> Victims.PIPELINE;
                    });
        }
        Collections.shuffle(deck, random);
        var moments = random.longs(times, 0, Math.max(1, rows)).sorted().toArray();
        var rounds = new ArrayList<Round>();
        for (var i = 0; i < times; i++) {
            var later = Optional.of(Duration.ofNanos(1_000L * random.nextInt(LONGEST_MICROS)));
            var when = random.nextBoolean() ? later : Optional.<Duration>empty();
            rounds.add(new Round(i + 1, deck.get(i), moments[i], when, random.nextDouble()));
        }
        return List.copyOf(rounds);
    }
}
