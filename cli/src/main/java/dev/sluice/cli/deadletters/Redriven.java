package dev.sluice.cli.deadletters;

import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.LetterDetails.UnderWay;
import java.util.Optional;

/** What became of one letter that somebody asked to have redriven. */
public sealed interface Redriven {

    /** The letter that was asked for. */
    long number();

    /** Its function was invoked with it, or would be, and nobody waited for what came of it. */
    record Invoked(long number) implements Redriven {}

    /** Its function was invoked with it and did its work. */
    record Done(long number) implements Redriven {}

    /** There was nothing left to do, so it is removed, or would be. */
    record DoneAlready(long number, String why) implements Redriven {}

    /**
     * Its function was invoked with it and gave up again.
     *
     * @param again the letter that it is now, with the reasons of both rounds
     */
    record FailedAgain(long number, Letter again) implements Redriven {}

    /** No function could do anything with it; it stays as it is. */
    record Unusable(long number, String why) implements Redriven {}

    /**
     * Its function was invoked with it, and it is not over.
     *
     * @param how empty where it ended just when it was looked at
     */
    record StillUnderWay(long number, Optional<UnderWay> how) implements Redriven {}

    /** There is no such letter, or somebody else has it in hand. */
    record NotThere(long number) implements Redriven {}
}
