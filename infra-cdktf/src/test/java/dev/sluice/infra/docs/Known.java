package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Amounts.plain;

import dev.sluice.infra.cost.Footprint;
import dev.sluice.infra.cost.Inputs;
import dev.sluice.infra.cost.Measured;
import dev.sluice.infra.cost.Scanning;
import dev.sluice.infra.cost.Traffic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What goes into the costs, how it is known, and from where.
 *
 * @param of what it is said of
 * @param value with its unit
 * @param how measured on a machine, counted by a test, or assumed
 * @param from the command, the test or the reason
 */
record Known(String of, String value, String how, String from) {

    private static final String MEASURED = "measured";
    private static final String COUNTED = "counted";
    private static final String ASSUMED = "assumed";

    static List<Known> all(Inputs inputs) {
        var all = new ArrayList<Known>();
        all.addAll(all(inputs.measured()));
        all.addAll(all(inputs.counted()));
        all.addAll(all(inputs.assumed()));
        return List.copyOf(all);
    }

    private static List<Known> all(Measured measured) {
        var all = new ArrayList<Known>();
        new TreeMap<>(measured.work())
                .forEach((function, work) -> all.add(new Known(
                        "the " + function + ", one event",
                        plain(work.ownMilliseconds()) + " ms, " + work.calls()
                                + (work.calls() == 1 ? " call, " : " calls, ") + work.peakMegabytes() + " MB",
                        MEASURED,
                        "`benchmarks/run functions`: on a whole processor, calls answered at once; the most memory of"
                                + " its process")));
        all.add(new Known(
                "a start on Lambda's runtime",
                plain(measured.managedStart()) + " ms",
                MEASURED,
                "`benchmarks/run cold`: the validator, to its first answer, on a whole processor"));
        all.add(new Known(
                "a start on its own runtime", plain(measured.ownStart()) + " ms", MEASURED, "`benchmarks/run cold`"));
        return all;
    }

    private static List<Known> all(Footprint counted) {
        var history = "`CostOfHistoryTest`, see [aws.md](aws.md)";
        return List.of(
                new Known("storing a transaction", plain(counted.storeUnits()) + " write units", COUNTED, history),
                new Known(
                        "the index of what is to be enriched",
                        plain(counted.indexUnits()) + " write units",
                        COUNTED,
                        "from the keys: one to enter it, one to leave it"),
                new Known(
                        "writing its assessment, or that somebody was told",
                        plain(counted.assessmentUnits()) + " write units",
                        COUNTED,
                        "`CostOfKeepingTest`: 1.9 KB; 3 to 5 for a transaction with a lot of metadata"),
                new Known(
                        "an alert",
                        plain(counted.alertUnits()) + " write units",
                        COUNTED,
                        "from the calls: to claim it, to say that it is published"),
                new Known("an account's history", plain(counted.historyUnits()) + " read units", COUNTED, history),
                new Known(
                        "a transaction in the table",
                        plain(counted.storedBytes()) + " bytes",
                        COUNTED,
                        "`CostOfKeepingTest`: 30 payments of an account's month with entries, counts and assessments,"
                                + " and 100 bytes more an item, as DynamoDB counts"),
                new Known(
                        "an invocation in the log",
                        plain(counted.logBytes()) + " bytes",
                        COUNTED,
                        "`CostOfLogsTest`, 944 to 964: our line with its metrics, Lambda's three, 26 more a line, as"
                                + " CloudWatch counts"),
                new Known(
                        "a request in the API's log",
                        plain(counted.accessLogBytes()) + " bytes",
                        COUNTED,
                        "`AccessLogTest`: its one line, at most"));
    }

    private static List<Known> all(Traffic traffic) {
        return List.of(
                new Known(
                        "a call to AWS",
                        plain(traffic.callMilliseconds()) + " ms",
                        ASSUMED,
                        "a guess for all of them: some 5 for one item of DynamoDB, up to 25 for a transaction of it"),
                new Known(
                        "an item of stream or queue",
                        plain(traffic.invocationsAnItem()) + " invocation",
                        ASSUMED,
                        "nothing waits for a batch to fill; under load batches do fill, which is cheaper"),
                new Known(
                        "transactions that somebody is told of",
                        percent(traffic.flagged()),
                        ASSUMED,
                        "as in [a real month](real-month.md), where it was 10 of 5,255"),
                new Known(
                        "a log that is kept",
                        percent(traffic.logCompressed()) + " of its size",
                        ASSUMED,
                        "CloudWatch keeps it compressed; the share is AWS's own example"),
                new Known(
                        "traces that are recorded",
                        percent(traffic.traced()),
                        ASSUMED,
                        "X-Ray's own rule at 20 requests a second: the first, and 5 % of the 19 others"),
                new Known(
                        "pollers of an empty queue",
                        plain(traffic.pollers()),
                        ASSUMED,
                        "Lambda begins with 5, each waiting up to 20 s"),
                new Known(
                        "environments of a function at once",
                        plain(traffic.environments()),
                        ASSUMED,
                        "each fetches secrets for itself, once in 5 minutes"),
                new Known(
                        "invocations that find no environment ready",
                        percent(traffic.coldStarts()),
                        ASSUMED,
                        "AWS says of all that run there: less than 1 % (in its note on billing starts, 2025)"),
                new Known(
                        "a start from a snapshot",
                        plain(traffic.restoreMilliseconds()) + " ms",
                        ASSUMED,
                        "restoring is not charged for Java; loading the runtime and what runs behind it is"));
    }

    static List<Known> all(Scanning scanning) {
        return List.of(
                new Known(
                        "a scan",
                        plain(scanning.seconds()) + " s",
                        MEASURED,
                        "a stack of 125 resources, on the emulator: 7 s where the scanner starts anew, as it does where nobody"
                                + " called it for a while, and 2.5 s where it does not"),
                new Known(
                        "a scan, in the table",
                        plain(scanning.writeUnits()) + " write units",
                        ASSUMED,
                        "its lease twice, its numbers, and each open finding, of which there are some ten"),
                new Known(
                        "what a scan reads there",
                        plain(scanning.readUnits()) + " read units",
                        ASSUMED,
                        "every finding that there was, and the scans of the trend: 4 KB each unit"),
                new Known(
                        "a report",
                        plain(scanning.reportBytes()) + " bytes",
                        ASSUMED,
                        "HTML and JSON together, with some ten findings"),
                new Known(
                        "the table of findings",
                        plain(scanning.storedBytes()) + " bytes",
                        ASSUMED,
                        "findings, a year of hourly scans, repairs"),
                new Known(
                        "scans that ask for repairs",
                        plain(scanning.planned().movePointRight(2)) + " %",
                        ASSUMED,
                        "what can be put right by itself is put right, or suppressed"),
                new Known(
                        "a request to repair",
                        plain(scanning.repairSeconds()) + " s",
                        ASSUMED,
                        "as for a scan: it starts anew"));
    }

    private static String percent(BigDecimal share) {
        return plain(share.movePointRight(2)) + " %";
    }
}
