package dev.sluice.compliance.repair;

import dev.sluice.compliance.norm.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the one value of a repair is written, so that what a scan saw and what is there later compare as texts. */
public final class Wording {

    /** The four locks of a bucket's public access block, by the names that Terraform gives them. */
    public static final List<String> LOCKS =
            List.of("block_public_acls", "ignore_public_acls", "block_public_policy", "restrict_public_buckets");

    /** What is switched on. */
    public static final String ON = "on";

    /** What is switched off. */
    public static final String OFF = "off";

    /** A log group that keeps everything. */
    public static final String FOR_EVER = "for ever";

    /** A function that begins and carries on traces. */
    public static final String ACTIVE = "Active";

    /** A function that is traced only where its caller asks for it: Lambda's own choice. */
    public static final String PASS_THROUGH = "PassThrough";

    /** What names no key. */
    public static final String NO_KEY = "no key";

    private static final String DAYS = " days";
    private static final String SECONDS = " s";

    private Wording() {}

    /** How long a log group keeps its lines. */
    public static String days(Optional<Integer> days) {
        return days.filter(some -> some > 0).map(some -> some + DAYS).orElse(FOR_EVER);
    }

    /**
     * The days that {@link #days} wrote.
     *
     * @throws NumberFormatException where it wrote none
     */
    public static int daysIn(String text) {
        return Integer.parseInt(without(DAYS, text));
    }

    /** How long a queue keeps its messages. */
    public static String seconds(long seconds) {
        return seconds + SECONDS;
    }

    /**
     * The seconds that {@link #seconds} wrote.
     *
     * @throws NumberFormatException where it wrote none
     */
    public static long secondsIn(String text) {
        return Long.parseLong(without(SECONDS, text));
    }

    private static String without(String unit, String text) {
        return text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
    }

    /** Something that is on or off. */
    public static String switched(boolean on) {
        return on ? ON : OFF;
    }

    /**
     * Which locks of a bucket are on.
     *
     * @param on by name; what is not said is off
     */
    public static String locks(Map<String, Boolean> on) {
        var off = LOCKS.stream().filter(lock -> !on.getOrDefault(lock, false)).toList();
        return off.isEmpty() ? ON : OFF + ": " + String.join(", ", off);
    }

    /** Which of the tags that the norm names there are, with their values. */
    public static String tags(Map<String, String> tags, Norm norm) {
        var named = new TreeMap<>(tags);
        named.keySet().retainAll(norm.tags().keySet());
        return named.entrySet().stream()
                .map(tag -> tag.getKey() + "=" + tag.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The tags of the norm that there are none of, with the values they are to have. */
    public static Map<String, String> lacking(Map<String, String> tags, Norm norm) {
        var lacking = new TreeMap<>(norm.tags());
        lacking.keySet().removeAll(tags.keySet());
        return lacking;
    }

    /** Of the tags that say whose something is, those that do not say that it is this environment's; none where it is. */
    public static List<String> foreign(Map<String, String> tags, Norm norm) {
        var foreign = new ArrayList<String>();
        for (var tag : Norm.OWNERSHIP) {
            if (!Objects.equals(norm.tags().get(tag), tags.get(tag))) {
                foreign.add(tag);
            }
        }
        return List.copyOf(foreign);
    }
}
