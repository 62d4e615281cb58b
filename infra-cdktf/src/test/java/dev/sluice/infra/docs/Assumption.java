package dev.sluice.infra.docs;

import dev.sluice.infra.cost.Scanning;
import dev.sluice.infra.cost.Traffic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What is assumed of the traffic and of scans, with the reason.
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

    static List<Assumption> all(Scanning scanning) {
        return List.of(
                new Assumption(
                        "a scan",
                        plain(scanning.seconds()) + " s",
                        "a stack of 125 resources, on the emulator: 7 s where the scanner starts anew, as it does where nobody"
                                + " called it for a while, and 2.5 s where it does not"),
                new Assumption(
                        "a scan, in the table",
                        plain(scanning.writeUnits()) + " write units",
                        "its lease twice, its numbers, and each open finding, of which there are some ten"),
                new Assumption(
                        "what a scan reads there",
                        plain(scanning.readUnits()) + " read units",
                        "every finding that there was, and the scans of the trend: 4 KB each unit"),
                new Assumption(
                        "a report",
                        plain(scanning.reportBytes()) + " bytes",
                        "HTML and JSON together, with some ten findings"),
                new Assumption(
                        "the table of findings",
                        plain(scanning.storedBytes()) + " bytes",
                        "findings, a year of hourly scans, repairs"),
                new Assumption(
                        "scans that ask for repairs",
                        plain(scanning.planned().movePointRight(2)) + " %",
                        "what can be put right by itself is put right, or suppressed"),
                new Assumption(
                        "a request to repair",
                        plain(scanning.repairSeconds()) + " s",
                        "as for a scan: it starts anew"));
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
