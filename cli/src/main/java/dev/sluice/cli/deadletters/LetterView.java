package dev.sluice.cli.deadletters;

import dev.sluice.cli.text.Printable;
import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.LetterSubject;
import dev.sluice.local.delivery.Redriving;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One dead letter with all that is known of it; nothing of its payload but the length. */
public final class LetterView {

    private LetterView() {}

    /** @param redriving what would become of it now */
    public static String of(Letter letter, List<LetterSubject> subjects, Redriving redriving) {
        var lines = new ArrayList<String>();
        lines.add("dead letter " + letter.number() + " of " + Printable.of(letter.function()) + ", in "
                + Printable.of(letter.queue()));
        line(lines, "about", subjects.isEmpty() ? "nothing that reads" : about(subjects.getFirst()));
        subjects.stream().skip(1).forEach(subject -> line(lines, "", about(subject)));
        line(
                lines,
                "failed",
                "first " + Printable.of(letter.firstFailedAt()) + ", last " + Printable.of(letter.lastFailedAt())
                        + " UTC; " + letter.attempts() + " in the last round");
        var reasons = letter.reasons();
        for (var i = 0; i < reasons.size(); i++) {
            var name = reasons.size() == 1 ? "reason" : "reason " + (i + 1);
            line(lines, name, Printable.of(reasons.get(i)));
        }
        line(lines, "redriving", would(letter, redriving));
        line(
                lines,
                "payload",
                String.format(
                        Locale.ROOT,
                        "%,d characters; --payload prints it",
                        letter.payload().length()));
        return String.join(System.lineSeparator(), lines);
    }

    private static String about(LetterSubject subject) {
        return "transaction " + Printable.of(subject.id()) + " of " + Printable.of(subject.source())
                + subject.correlationId()
                        .map(id -> ", correlation id " + Printable.of(id))
                        .orElse("");
    }

    private static String would(Letter letter, Redriving redriving) {
        return switch (redriving) {
            case Redriving.Invoked ignored ->
                "would call " + Printable.of(letter.function()) + " with it, and nothing else";
            case Redriving.DoneAlready(var why) -> "would remove it: it is done already, " + Printable.of(why);
            case Redriving.Unusable(var why) -> "would leave it: " + Printable.of(why) + ". " + repair(letter.number());
            case Redriving.Gone ignored -> "would find it gone: somebody has just redriven it";
        };
    }

    /** What helps where a letter is unusable. */
    static String repair(long number) {
        return "Repair it: ./sluice dlq inspect " + number + " --payload > FILE, mend FILE, then ./sluice dlq redrive "
                + number + " --payload FILE";
    }

    private static void line(List<String> lines, String name, String text) {
        lines.add(String.format(Locale.ROOT, "  %-11s %s", name, text));
    }
}
