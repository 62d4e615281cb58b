package dev.sluice.compliance.runbook;

import java.util.List;

/**
 * What whoever is on call wants to know of a finding. Each part is Markdown; {@code SUFFIX} stands for the environment's
 * suffix, other words in capitals for what the finding names.
 *
 * @param means what has happened, and what comes of it if it stays so
 * @param lookAt the commands that show it, and what decides it
 * @param act what to do, by hand or by the remediator
 * @param over how to know that it is over, without waiting for the next scan
 */
public record Entry(String means, String lookAt, String act, String over) {

    /** The headings of the four parts, in their order. */
    public static final List<String> HEADINGS =
            List.of("What it means", "What to look at", "What to do", "How to know that it is over");

    public Entry {
        for (var part : List.of(means, lookAt, act, over)) {
            if (part.isBlank()) {
                throw new IllegalArgumentException("no part of a runbook's entry is blank");
            }
        }
    }

    /** The parts in the order of their headings. */
    public List<String> parts() {
        return List.of(means, lookAt, act, over);
    }

    /**
     * Reads an entry: its four headings, each in a line of its own behind {@code ##}, and the text below each.
     *
     * @throws IllegalArgumentException when a heading is missing, at another place, or has nothing below it
     */
    static Entry read(String markdown) {
        var parts = new String[HEADINGS.size()];
        var rest = markdown;
        for (int index = HEADINGS.size() - 1; index >= 0; index--) {
            var heading = "## " + HEADINGS.get(index) + "\n";
            var at = rest.lastIndexOf(heading);
            if (at < 0) {
                throw new IllegalArgumentException("the entry lacks the heading \"" + HEADINGS.get(index) + "\"");
            }
            parts[index] = rest.substring(at + heading.length()).strip();
            rest = rest.substring(0, at);
        }
        if (!rest.isBlank()) {
            throw new IllegalArgumentException("the entry begins with something other than its first heading");
        }
        return new Entry(parts[0], parts[1], parts[2], parts[3]);
    }
}
