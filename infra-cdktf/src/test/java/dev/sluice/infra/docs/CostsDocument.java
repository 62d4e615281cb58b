package dev.sluice.infra.docs;

import dev.sluice.infra.cost.Bill;
import dev.sluice.infra.cost.Line;
import dev.sluice.infra.cost.Price;
import dev.sluice.infra.cost.Prices;
import dev.sluice.infra.cost.ScanUsage;
import dev.sluice.infra.cost.Scanning;
import dev.sluice.infra.cost.Traffic;
import dev.sluice.infra.cost.Usage;
import dev.sluice.infra.settings.Preset;
import dev.sluice.infra.settings.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The costs as Markdown: what each preset costs, with the arithmetic. */
final class CostsDocument {

    private static final long MILLION = 1_000_000;
    private static final List<Long> MONTHS = List.of(0L, MILLION / 10, MILLION, 10 * MILLION, 100 * MILLION);

    private static final String TOP = """
            # Costs

            What Sluice costs on AWS, in US dollars, before taxes: once for a million transactions, once for a month in which nothing
            is sent, and what [the watch](#the-watch) over it costs besides. The lines are computed from the settings of each preset, the blueprint, the list prices and the assumptions
            below (`dev.sluice.infra.cost`); nothing here was measured on an AWS bill.

            **The prices are AWS's list prices of us-east-1 as of 2025, written down from memory of the pages that the table names:
            check them before you rely on a figure.** Free tiers, discounts and savings plans are left out, so a small account pays
            less.

            ## In short
            """;

    private static final String WATCH = """
            ## The watch

            The compliance stack, in a month of 730 hours. How often is scanned is `scan_every_minutes`; twice as often costs twice as
            much of what is counted by scans, which is the least of it: the dashboard, the scanner's metrics, alarms and the key stand
            there whatever is scanned. A scan of an environment with both stacks makes about 160 calls: those of Lambda, IAM, API
            Gateway, DynamoDB, CloudWatch Logs, EventBridge, AWS Config and of tags are free, the others stand below. Left out: mails,
            alerts, dead letters, what a recorder of AWS Config costs, which is the account's and not made here.
            """;

    private CostsDocument() {}

    static String of() {
        var traffic = Traffic.ASSUMED;
        var bills = new LinkedHashMap<Preset, Bill>();
        var environments = new LinkedHashMap<Preset, Settings>();
        for (var preset : Preset.values()) {
            var settings = Settings.of(Map.of(Settings.SUFFIX_VARIABLE, preset.word()));
            environments.put(preset, settings);
            bills.put(preset, Usage.of(settings, traffic, MILLION));
        }
        var parts = new ArrayList<String>();
        parts.add(Page.HEADER);
        parts.add("");
        parts.add(TOP);
        parts.add(Markdown.table(
                List.of(
                        "preset",
                        "a million transactions:",
                        "a month with none:",
                        "more in a month with any, at most:"),
                bills.entrySet().stream()
                        .map(e -> List.of(
                                Markdown.code(e.getKey().word()),
                                total(e.getValue().of(Line.When.TRANSACTIONS)),
                                total(e.getValue().of(Line.When.ALWAYS)),
                                total(e.getValue().of(Line.When.FLOWING))))
                        .toList()));
        parts.add("A month with so many transactions costs, everything together:");
        parts.add("");
        var header = new ArrayList<>(List.of("preset"));
        MONTHS.forEach(n -> header.add(counted(n) + ":"));
        parts.add(Markdown.table(
                header,
                environments.entrySet().stream()
                        .map(e -> {
                            var row = new ArrayList<>(
                                    List.of(Markdown.code(e.getKey().word())));
                            MONTHS.forEach(n -> row.add(total(Usage.of(e.getValue(), traffic, n))));
                            return List.copyOf(row);
                        })
                        .toList()));
        var prod = Objects.requireNonNull(bills.get(Preset.PROD));
        parts.add("What watches it is a stack of its own, and comes to this in any month:");
        parts.add("");
        var watch = new LinkedHashMap<Preset, Bill>();
        environments.forEach(
                (preset, settings) -> watch.put(preset, ScanUsage.of(settings, traffic, Scanning.ASSUMED)));
        parts.add(Markdown.table(
                List.of("preset", "the watch, a month:"),
                watch.entrySet().stream()
                        .map(e -> List.of(Markdown.code(e.getKey().word()), total(e.getValue())))
                        .toList()));
        parts.add(advice(prod, traffic));
        parts.add("## What is assumed");
        parts.add("");
        parts.add(Markdown.table(
                List.of("of", "value:", "because"),
                Stream.concat(Assumption.all(traffic).stream(), Assumption.all(Scanning.ASSUMED).stream())
                        .map(a -> List.of(a.of(), a.value(), a.because()))
                        .toList()));
        parts.add("A month is 730 hours, a GB 10⁹ bytes (AWS's has 7 % more).");
        parts.add("");
        bills.forEach((preset, bill) -> parts.add(section(preset, bill)));
        parts.add(WATCH);
        watch.forEach((preset, bill) -> parts.addAll(List.of("### The watch in " + preset.word(), "", lines(bill))));
        parts.add("## Prices");
        parts.add("");
        parts.add(Markdown.table(
                List.of("product", "what", "for", "USD:", "published at"),
                Prices.ALL.stream().map(CostsDocument::row).toList()));
        return String.join("\n", parts).stripTrailing() + "\n";
    }

    private static String advice(Bill prod, Traffic traffic) {
        return """
            ## What dominates, and what to change

            - **Writing to DynamoDB.** A payment is stored with its account's counts in one transaction, and a transactional write
              costs twice: %s for a million, of %s in all. This is the price of a history that is exact at every moment and costs the
              same however long it is ([aws.md](aws.md)). Reserved or provisioned capacity is cheaper where the load is even; the
              table here is paid for by the request, so that it needs no planning.
            - **Keeping the validator warm.** In `prod` it is most of what a month costs in which nothing is sent: %s. It buys the
              first answer after a pause. `"function.validator.start": "snapstart"` in `settings.prod` saves all of it, for a start
              from a snapshot now and then.
            - **Logs.** Each invocation leaves one line of ours and Lambda's own two, and taking them in costs more than keeping them:
              a shorter `log_retention_days` saves next to nothing.
            - **Traces.** X-Ray records the first request of each second, and 5 %% of the others. At 20 requests a second that is a
              tenth. A trickle of less than one a second is traced whole, as a million spread evenly over a month would be, and a
              million transactions then cost %s more.
            - **Alarms.** They are a fixed sum a month, the largest of an idle `dev`. An environment that nobody watches could do
              without; there is no setting for that.

            What is stored stays: nothing removes it, and each million transactions that lies in the table costs %s in every further
            month, with its recovery.

            Left out, because it is small or not of the pipeline's making: data that leaves AWS (an answer is a few hundred bytes),
            operators' questions and mails, the seconds in which a function starts, what cancelled attempts on a busy account cost (each as much as storing), what a duplicate
            costs (as much as storing), dead letters, the bucket of Terraform's state, AWS Config, further versions of the encryption
            key (it rotates once a year, and the first two rotations add a dollar a month each). Lambda reads the table's stream for
            nothing; API keys and usage plans cost nothing; an empty dead-letter queue costs nothing.
            """.formatted(
                total(with(prod, "DynamoDB", "on-demand writes")),
                total(prod.of(Line.When.TRANSACTIONS)),
                total(new Bill(prod.of(Line.When.ALWAYS).lines().stream()
                        .filter(line -> line.what().endsWith("kept warm"))
                        .toList())),
                dollars(tracedWhole(with(prod, "X-Ray", "traces recorded").dollars(), traffic)),
                total(new Bill(prod.lines().stream()
                        .filter(line -> line.price().product().equals("DynamoDB"))
                        .filter(line -> line.price().unit().equals("GB-month"))
                        .toList())));
    }

    private static String section(Preset preset, Bill bill) {
        return String.join(
                "\n",
                "## " + preset.word(),
                "",
                "### A million transactions",
                "",
                lines(bill.of(Line.When.TRANSACTIONS)),
                "### A month with no transaction",
                "",
                lines(bill.of(Line.When.ALWAYS)),
                "### What a month with any transaction adds, at most",
                "",
                lines(bill.of(Line.When.FLOWING)));
    }

    private static String lines(Bill bill) {
        var rows = new ArrayList<List<String>>();
        for (var line : bill.lines()) {
            rows.add(List.of(
                    line.price().product(),
                    line.what(),
                    line.arithmetic(),
                    quantity(line.quantity()) + " " + units(line),
                    perUnit(line.price()),
                    dollars(line.dollars())));
        }
        rows.add(List.of("**total**", "", "", "", "", "**" + total(bill) + "**"));
        return Markdown.table(List.of("product", "what", "how much", "quantity:", "price:", "USD:"), rows);
    }

    private static List<String> row(Price price) {
        return List.of(
                price.product(),
                price.what(),
                price.pieces().compareTo(BigDecimal.ONE) == 0
                        ? "1 " + price.unit()
                        : quantity(price.pieces()) + " " + price.unit() + "s",
                price.dollars().toPlainString(),
                price.page());
    }

    private static Bill with(Bill bill, String product, String what) {
        return new Bill(bill.lines().stream()
                .filter(line -> line.price().product().equals(product)
                        && line.price().what().equals(what))
                .toList());
    }

    /** What the traces cost that are not recorded, if they were. */
    private static BigDecimal tracedWhole(BigDecimal sampled, Traffic traffic) {
        return sampled.divide(traffic.traced(), 10, RoundingMode.HALF_UP).subtract(sampled);
    }

    private static String perUnit(Price price) {
        var dollars = price.dollars().toPlainString();
        return price.pieces().compareTo(BigDecimal.ONE) == 0 ? dollars : dollars + " for " + quantity(price.pieces());
    }

    private static String units(Line line) {
        var unit = line.price().unit();
        return unit.equals("GB") || line.quantity().compareTo(BigDecimal.ONE) == 0 ? unit : unit + "s";
    }

    private static String counted(long number) {
        return number == 0 ? "none" : quantity(BigDecimal.valueOf(number));
    }

    /** With thousands apart, and no more than four decimal places. */
    private static String quantity(BigDecimal number) {
        var rounded = number.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(rounded.scale(), 0) + "f", rounded);
    }

    private static String total(Bill bill) {
        return dollars(bill.dollars());
    }

    private static String dollars(BigDecimal dollars) {
        var cents = dollars.setScale(2, RoundingMode.HALF_UP);
        return dollars.signum() > 0 && cents.signum() == 0 ? "< 0.01" : String.format(Locale.ROOT, "%,.2f", cents);
    }
}
