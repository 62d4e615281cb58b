package dev.sluice.console.letters;

import dev.sluice.local.redriving.Redriven;
import java.util.Optional;

/**
 * What became of one letter, as the console tells it.
 *
 * @param letter the one that was asked for
 * @param name of the outcome, stable
 * @param sentence the same for people
 * @param clean nobody needs to look after it
 * @param becomes the letter that it is now, where it failed again
 */
record Outcome(long letter, String name, String sentence, boolean clean, Optional<Long> becomes) {

    /** That of a letter, without anything of its payload. */
    static Outcome of(Redriven letter, boolean dryRun) {
        var becomes = letter instanceof Redriven.FailedAgain(var n, var again)
                ? Optional.of(again.number())
                : Optional.<Long>empty();
        return new Outcome(letter.number(), letter.outcome(), sentence(letter, dryRun), letter.isClean(), becomes);
    }

    private static String sentence(Redriven letter, boolean dryRun) {
        var told = Shown.TELLING.of(letter).orElse("");
        return switch (letter) {
            case Redriven.Invoked ignored ->
                dryRun ? "its function would be called with it" : "its function was called with it";
            case Redriven.Done ignored -> "its function was called with it and did its work";
            case Redriven.DoneAlready ignored ->
                (dryRun ? "done already, it would be removed: " : "done already, it was removed: ") + told;
            case Redriven.FailedAgain(var n, var again) ->
                "failed again and " + told + ": " + Shown.of(again.reasons().getLast());
            case Redriven.Unusable ignored -> "stays as it is: " + told;
            case Redriven.StillUnderWay ignored -> "still under way: " + told;
            case Redriven.NotThere ignored -> told;
        };
    }
}
