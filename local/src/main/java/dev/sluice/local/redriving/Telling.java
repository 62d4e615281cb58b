package dev.sluice.local.redriving;

import dev.sluice.local.delivery.LetterDetails.UnderWay;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Says plainly what became of letters.
 *
 * @param text how what somebody else wrote is shown
 * @param moment how a moment is shown, in UTC
 */
public record Telling(UnaryOperator<String> text, Function<Instant, String> moment) {

    /** What is to be said of it beyond its outcome, without an end of sentence; empty where the outcome says all. */
    public Optional<String> of(Redriven letter) {
        return switch (letter) {
            case Redriven.Invoked ignored -> Optional.empty();
            case Redriven.Done ignored -> Optional.empty();
            case Redriven.DoneAlready(var n, var why) -> Optional.of(text.apply(why));
            case Redriven.FailedAgain(var n, var again) ->
                Optional.of("is letter " + again.number() + " now, with the reasons of each round");
            case Redriven.Unusable(var n, var why) -> Optional.of(text.apply(why));
            case Redriven.StillUnderWay(var n, var how) ->
                Optional.of(how.map(this::of).orElse("it has just ended"));
            case Redriven.NotThere ignored ->
                Optional.of("redriven before, in somebody's hand, or never there; nothing was done");
        };
    }

    private String of(UnderWay way) {
        return way.lastReason()
                .map(reason -> "attempt " + way.attempts() + " failed (" + text.apply(reason)
                        + "); the next is due at " + moment.apply(way.dueAt()) + " UTC")
                .orElse("nothing has come back yet");
    }
}
