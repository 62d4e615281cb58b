package dev.sluice.cli.deadletters;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.text.Printable;
import dev.sluice.local.redriving.Redriven;
import dev.sluice.local.redriving.Telling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What became of letters, told plainly.
 *
 * @param dryRun nothing was changed
 */
public record RedriveReport(List<Redriven> letters, boolean dryRun) {

    /** How many ids are named where there is nothing else to say of them. */
    private static final int MOST_NAMED = 12;

    private static final Telling TELLING = new Telling(Printable::of, Printable::of);

    public RedriveReport {
        letters = List.copyOf(letters);
    }

    /** Whether every letter went its way. */
    public boolean isClean() {
        return letters.stream().allMatch(Redriven::isClean);
    }

    /** As people read it: a line for each kind of outcome, and one for each letter that there is something to say of. */
    public String text() {
        if (letters.isEmpty()) {
            return "no dead letters to redrive";
        }
        var lines = new ArrayList<String>();
        if (dryRun) {
            lines.add("a dry run: nothing is changed");
        }
        named(lines, dryRun ? "would be called with" : "invoked", only(Redriven.Invoked.class));
        named(lines, "invoked and done", only(Redriven.Done.class));
        told(lines, dryRun ? "done already" : "done already, removed", only(Redriven.DoneAlready.class));
        told(lines, "failed again", only(Redriven.FailedAgain.class));
        told(lines, "unusable", only(Redriven.Unusable.class));
        told(lines, "still under way", only(Redriven.StillUnderWay.class));
        told(lines, "not there", only(Redriven.NotThere.class));
        return String.join(System.lineSeparator(), lines);
    }

    private List<Redriven> only(Class<? extends Redriven> kind) {
        return letters.stream().filter(kind::isInstance).toList();
    }

    private static void named(List<String> lines, String what, List<Redriven> some) {
        if (!some.isEmpty()) {
            var ids = some.stream()
                    .limit(MOST_NAMED)
                    .map(letter -> Long.toString(letter.number()))
                    .collect(Collectors.joining(", "));
            lines.add(count(some.size(), what) + "  " + ids + (some.size() > MOST_NAMED ? ", …" : ""));
        }
    }

    private static void told(List<String> lines, String what, List<Redriven> some) {
        if (!some.isEmpty()) {
            lines.add(count(some.size(), what));
            some.forEach(letter -> sentences(letter)
                    .forEach(sentence -> lines.add(String.format(Locale.ROOT, "%8s  %s", "", sentence))));
        }
    }

    private static String count(int count, String what) {
        return String.format(Locale.ROOT, "%,8d  %-22s", count, what).stripTrailing();
    }

    private static List<String> sentences(Redriven letter) {
        var sentences = new ArrayList<String>();
        TELLING.of(letter).ifPresent(told -> sentences.add(letter.number() + spaced(letter, told)));
        switch (letter) {
            case Redriven.FailedAgain(var n, var again) ->
                again.reasons().forEach(reason -> sentences.add("  - " + Printable.of(reason)));
            case Redriven.Unusable(var n, var why) -> sentences.add(LetterView.repair(n));
            case Redriven.Invoked ignored -> {}
            case Redriven.Done ignored -> {}
            case Redriven.DoneAlready ignored -> {}
            case Redriven.StillUnderWay ignored -> {}
            case Redriven.NotThere ignored -> {}
        }
        return sentences;
    }

    /** A sentence that goes on with what follows it, or one that stands for itself. */
    private static String spaced(Redriven letter, String told) {
        return letter instanceof Redriven.FailedAgain ? " " + told + ":" : ": " + told;
    }

    /** As programs read it. */
    public Json json() {
        var members = new LinkedHashMap<String, Json>();
        members.put("dryRun", new Json.Bool(dryRun));
        members.put("letters", LetterJson.number(letters.size()));
        members.put(
                "outcomes",
                new Json.Arr(letters.stream().map(RedriveReport::json).toList()));
        return new Json.Obj(members);
    }

    private static Json json(Redriven letter) {
        var members = new LinkedHashMap<String, Json>();
        members.put("id", LetterJson.number(letter.number()));
        members.put("outcome", new Json.Str(letter.outcome()));
        switch (letter) {
            case Redriven.Invoked ignored -> {}
            case Redriven.Done ignored -> {}
            case Redriven.DoneAlready(var n, var why) -> members.put("why", new Json.Str(why));
            case Redriven.FailedAgain(var n, var again) -> members.put("letter", LetterJson.of(again));
            case Redriven.Unusable(var n, var why) -> members.put("why", new Json.Str(why));
            case Redriven.StillUnderWay(var n, var how) ->
                how.ifPresent(way -> {
                    members.put("attempts", LetterJson.number(way.attempts()));
                    way.lastReason().ifPresent(reason -> members.put("lastReason", new Json.Str(reason)));
                    members.put("dueAt", new Json.Str(way.dueAt().toString()));
                });
            case Redriven.NotThere ignored -> {}
        }
        return new Json.Obj(members);
    }
}
