package dev.sluice.handlers.codec;

import java.util.List;
import java.util.stream.Stream;

/** Reasons as text, a line each, oldest first; bounded, so that whatever is tried for long still fits its place. */
public final class Reasons {

    /** As much as Lambda keeps of one, characters. */
    static final int LONGEST = 1_000;

    /** Of more, the first and the latest are kept. */
    static final int MOST = 20;

    private Reasons() {}

    public static String write(List<String> reasons) {
        var kept = reasons.size() <= MOST
                ? reasons.stream()
                : Stream.concat(reasons.stream().limit(1), reasons.stream().skip(reasons.size() - (MOST - 1L)));
        return String.join("\n", kept.map(Reasons::line).toList());
    }

    /** The reasons that {@link #write} wrote; never empty. */
    public static List<String> read(String text) {
        return text.isEmpty() ? List.of("") : text.lines().toList();
    }

    /** Without what ends a line or is refused by a queue. */
    private static String line(String reason) {
        var clean = reason.replaceAll("[\\p{Cntrl}\\p{Cs}\\uFFFE\\uFFFF\\u2028\\u2029]", " ");
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
