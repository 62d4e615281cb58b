package dev.sluice.infra.docs;

import dev.sluice.infra.cost.Traffic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What is assumed of the traffic, with the reason.
 *
 * @param of what it is said of
 * @param value with its unit
 * @param because why that much
 */
record Assumption(String of, String value, String because) {

    private static final String UNITS = "counted by `CostOfHistoryTest`, see [aws.md](aws.md)";

    static List<Assumption> all(Traffic traffic) {
        var all = new ArrayList<Assumption>();
        new TreeMap<>(traffic.milliseconds())
                .forEach((function, milliseconds) -> all.add(new Assumption(
                        "the " + function + ", for one event",
                        plain(milliseconds) + " ms",
                        function.equals("validator")
                                ? "one call (SNS) of 5 to 15 ms, and its own work"
                                : "two or three calls (DynamoDB, SNS) of 5 to 25 ms, and its own work")));
        all.addAll(List.of(
                new Assumption(
                        "an item of stream or queue",
                        plain(traffic.invocationsAnItem()) + " invocation",
                        "nothing waits for a batch to fill; under load batches do fill, which is cheaper"),
                new Assumption(
                        "transactions that somebody is told of",
                        plain(traffic.flagged().movePointRight(2)) + " %",
                        "10 of 5,255 in [a real month](real-month.md)"),
                new Assumption("storing a transaction", plain(traffic.storeUnits()) + " write units", UNITS),
                new Assumption(
                        "the index of what is to be enriched", plain(traffic.indexUnits()) + " write units", UNITS),
                new Assumption(
                        "writing its assessment, or that somebody was told",
                        plain(traffic.assessmentUnits()) + " write units",
                        "2 to 5, by the size of the transaction's item: 3 KB at most for most; see [aws.md](aws.md)"),
                new Assumption("an alert", plain(traffic.alertUnits()) + " write units", UNITS),
                new Assumption("an account's history", plain(traffic.historyUnits()) + " read units", UNITS),
                new Assumption(
                        "a transaction in the table",
                        plain(traffic.storedBytes()) + " bytes",
                        "itself, its entry, what it adds to the counts, its assessment"),
                new Assumption(
                        "an invocation in the log",
                        plain(traffic.logBytes()) + " bytes",
                        "our line of about 800 bytes with its metrics, Lambda's lines of start and report"),
                new Assumption(
                        "a request in the API's log", plain(traffic.accessLogBytes()) + " bytes", "its one line"),
                new Assumption(
                        "a log that is kept",
                        plain(traffic.logCompressed().movePointRight(2)) + " % of its size",
                        "CloudWatch keeps it compressed; the share is AWS's own example"),
                new Assumption(
                        "traces that are recorded",
                        plain(traffic.traced().movePointRight(2)) + " %",
                        "X-Ray's own rule at 20 requests a second: the first, and 5 % of the 19 others"),
                new Assumption(
                        "pollers of an empty queue",
                        plain(traffic.pollers()),
                        "Lambda begins with 5, each waiting up to 20 s"),
                new Assumption(
                        "environments of a function at once",
                        plain(traffic.environments()),
                        "each fetches secrets for itself, once in 5 minutes")));
        return List.copyOf(all);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
