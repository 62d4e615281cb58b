package dev.sluice.cli.replay;

import dev.sluice.cli.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * What became of a file's rows. Every row is accepted or rejected; every accepted one is stored, a duplicate, a
 * conflict, dead-lettered, or, when the pipeline was too slow to wait for, unsettled.
 *
 * @param accepted rows that the pipeline answered with 202
 * @param duplicates accepted rows whose transaction was stored before
 * @param rejected rows by the code of their first reason
 * @param stored accepted rows that this replay stored
 * @param flagged stored rows that the risk rules flagged so far
 * @param deadLettered accepted rows that the pipeline gave up on
 * @param conflicts accepted rows whose id was taken by other content
 * @param unsettled accepted rows of which the fate was still open at the end
 * @param totals sum of the accepted rows' own amounts by currency, what goes back subtracted
 * @param billed the same for the billing side
 */
public record Summary(
        long read,
        long accepted,
        long duplicates,
        SortedMap<String, Long> rejected,
        long stored,
        long flagged,
        long deadLettered,
        long conflicts,
        long unsettled,
        Map<String, String> totals,
        Map<String, String> billed,
        double seconds) {

    /** Whether every row went its way. */
    public boolean isClean() {
        return rejected.isEmpty() && deadLettered == 0 && conflicts == 0 && unsettled == 0;
    }

    /** As programs read it: a stable set of keys. */
    public Json json() {
        var members = new LinkedHashMap<String, Json>();
        members.put("read", number(read));
        members.put("accepted", number(accepted));
        members.put("duplicates", number(duplicates));
        var codes = new LinkedHashMap<String, Json>();
        rejected.forEach((code, count) -> codes.put(code, number(count)));
        members.put("rejected", new Json.Obj(codes));
        members.put("stored", number(stored));
        members.put("flagged", number(flagged));
        members.put("deadLettered", number(deadLettered));
        members.put("totals", texts(totals));
        members.put("billed", texts(billed));
        members.put("seconds", new Json.Num(BigDecimal.valueOf(seconds).setScale(3, RoundingMode.HALF_UP)));
        return new Json.Obj(members);
    }

    private static Json number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }

    private static Json texts(Map<String, String> sums) {
        var members = new LinkedHashMap<String, Json>();
        sums.forEach((currency, sum) -> members.put(currency, new Json.Str(sum)));
        return new Json.Obj(members);
    }
}
