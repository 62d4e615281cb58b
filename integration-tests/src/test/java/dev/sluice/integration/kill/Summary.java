package dev.sluice.integration.kill;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a replay printed when it was complete: the parts that may not depend on how often it was interrupted.
 *
 * @param rejected as printed, by code
 * @param totals by currency, each with its currency's decimals
 * @param billed the same for the billing side
 */
record Summary(
        long read,
        long accepted,
        long settled,
        long deadLettered,
        String rejected,
        Map<String, String> totals,
        Map<String, String> billed) {

    private static final Pattern SUM = Pattern.compile("\"([A-Z]{3})\"\\s*:\\s*\"(-?[0-9.]+)\"");

    static Summary of(String json) {
        return new Summary(
                Long.parseLong(Text.raw(json, "read")),
                Long.parseLong(Text.raw(json, "accepted")),
                // A row that was stored before its replay was interrupted and begun anew is a duplicate to the second.
                Long.parseLong(Text.raw(json, "stored")) + Long.parseLong(Text.raw(json, "duplicates")),
                Long.parseLong(Text.raw(json, "deadLettered")),
                Text.raw(json, "rejected"),
                sums(Text.raw(json, "totals")),
                sums(Text.raw(json, "billed")));
    }

    private static Map<String, String> sums(String object) {
        var sums = new TreeMap<String, String>();
        SUM.matcher(object).results().forEach(found -> sums.put(found.group(1), found.group(2)));
        return sums;
    }
}
