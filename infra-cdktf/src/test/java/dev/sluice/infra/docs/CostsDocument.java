package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Amounts.counted;
import static dev.sluice.infra.docs.Amounts.total;

import dev.sluice.infra.cost.Bill;
import dev.sluice.infra.cost.Inputs;
import dev.sluice.infra.cost.Line;
import dev.sluice.infra.cost.Prices;
import dev.sluice.infra.cost.ScanUsage;
import dev.sluice.infra.cost.Scanning;
import dev.sluice.infra.cost.Usage;
import dev.sluice.infra.settings.Preset;
import dev.sluice.infra.settings.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
            is sent, and what [the watch](#the-watch) over it costs besides. The lines are computed from the settings of each preset, the blueprint, the list prices and the figures
            below (`dev.sluice.infra.cost`): what functions take was measured on a machine of ours, what they leave behind was counted by
            tests, the rest is assumed, and [the table](#what-goes-in) says which is which. Nothing here was measured on an AWS bill.

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
        var inputs = Inputs.USUAL;
        var bills = new LinkedHashMap<Preset, Bill>();
        var environments = new LinkedHashMap<Preset, Settings>();
        for (var preset : Preset.values()) {
            var settings = Settings.of(Map.of(Settings.SUFFIX_VARIABLE, preset.word()));
            environments.put(preset, settings);
            bills.put(preset, Usage.of(settings, inputs, MILLION));
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
                            MONTHS.forEach(n -> row.add(total(Usage.of(e.getValue(), inputs, n))));
                            return List.copyOf(row);
                        })
                        .toList()));
        var prod = Objects.requireNonNull(bills.get(Preset.PROD));
        parts.add("What watches it is a stack of its own, and comes to this in any month:");
        parts.add("");
        var watch = new LinkedHashMap<Preset, Bill>();
        environments.forEach((preset, settings) -> watch.put(preset, ScanUsage.of(settings, inputs, Scanning.ASSUMED)));
        parts.add(Markdown.table(
                List.of("preset", "the watch, a month:"),
                watch.entrySet().stream()
                        .map(e -> List.of(Markdown.code(e.getKey().word()), total(e.getValue())))
                        .toList()));
        parts.add(Advice.of(prod, inputs.assumed()));
        var production = Objects.requireNonNull(environments.get(Preset.PROD));
        parts.add(Comparisons.of(production, inputs));
        parts.add("## What goes in");
        parts.add("");
        parts.add(Markdown.table(
                List.of("of", "value:", "how it is known", "from"),
                Stream.concat(Known.all(inputs).stream(), Known.all(Scanning.ASSUMED).stream())
                        .map(known -> List.of(known.of(), known.value(), known.how(), known.from()))
                        .toList()));
        parts.add("Functions: " + inputs.measured().ofFunctions());
        parts.add("");
        parts.add("Starts: " + inputs.measured().ofStarts());
        parts.add("");
        parts.add(FunctionTimes.of(production, inputs));
        parts.add("A month is 730 hours, a GB 10⁹ bytes (AWS's has 7 % more).");
        parts.add("");
        bills.forEach((preset, bill) -> parts.add(BillTable.section(preset, bill)));
        parts.add(WATCH);
        watch.forEach((preset, bill) ->
                parts.addAll(List.of("### The watch in " + preset.word(), "", BillTable.lines(bill))));
        parts.add("## Prices");
        parts.add("");
        parts.add(Markdown.table(
                List.of("product", "what", "for", "USD:", "published at"),
                Prices.ALL.stream().map(BillTable::row).toList()));
        return String.join("\n", parts).stripTrailing() + "\n";
    }
}
