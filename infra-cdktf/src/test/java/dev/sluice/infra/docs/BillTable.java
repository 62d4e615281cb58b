package dev.sluice.infra.docs;

import static dev.sluice.infra.docs.Amounts.dollars;
import static dev.sluice.infra.docs.Amounts.quantity;
import static dev.sluice.infra.docs.Amounts.total;

import dev.sluice.infra.cost.Bill;
import dev.sluice.infra.cost.Line;
import dev.sluice.infra.cost.Price;
import dev.sluice.infra.settings.Preset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Bills and prices as tables. */
final class BillTable {

    private BillTable() {}

    /** All the lines of a preset's bill. */
    static String section(Preset preset, Bill bill) {
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

    /** The lines of a bill, with their sum. */
    static String lines(Bill bill) {
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

    /** A price as a row. */
    static List<String> row(Price price) {
        return List.of(
                price.product(),
                price.what(),
                price.pieces().compareTo(BigDecimal.ONE) == 0
                        ? "1 " + price.unit()
                        : quantity(price.pieces()) + " " + price.unit() + "s",
                price.dollars().toPlainString(),
                price.page());
    }

    private static String perUnit(Price price) {
        var dollars = price.dollars().toPlainString();
        return price.pieces().compareTo(BigDecimal.ONE) == 0 ? dollars : dollars + " for " + quantity(price.pieces());
    }

    private static String units(Line line) {
        var unit = line.price().unit();
        return unit.equals("GB") || line.quantity().compareTo(BigDecimal.ONE) == 0 ? unit : unit + "s";
    }
}
