package dev.sluice.infra.cost;

import static dev.sluice.infra.cost.Usage.plain;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What one transaction costs in the table. */
final class Storing {

    private static final int GIGA = 9;

    private final List<Line> lines = new ArrayList<>();

    private Storing() {}

    static List<Line> of(Inputs inputs) {
        var one = new Storing();
        one.writing(inputs.counted(), inputs.assumed().flagged());
        one.reading(inputs.counted());
        one.keeping(inputs.counted());
        return List.copyOf(one.lines);
    }

    private void writing(Footprint counted, BigDecimal flagged) {
        add(
                "storing",
                plain(counted.storeUnits()) + " a payment with a merchant, in one transaction",
                counted.storeUnits(),
                Prices.WRITE);
        for (var table : Pipeline.BLUEPRINT.resources()) {
            if (table instanceof Resource.Table withIndexes) {
                for (var index : withIndexes.indexes()) {
                    add(
                            "the index " + index.name(),
                            plain(counted.indexUnits()) + ": to enter it and to leave it",
                            counted.indexUnits(),
                            Prices.WRITE);
                }
            }
        }
        add("its assessment", plain(counted.assessmentUnits()) + " each", counted.assessmentUnits(), Prices.WRITE);
        add(
                "its alerts",
                plain(flagged) + " a transaction × (" + plain(counted.alertUnits()) + " the alert + "
                        + plain(counted.assessmentUnits()) + " the mark that somebody was told)",
                flagged.multiply(counted.alertUnits().add(counted.assessmentUnits())),
                Prices.WRITE);
    }

    private void reading(Footprint counted) {
        add(
                "its account's history",
                plain(counted.historyUnits()) + " a payment with a merchant, in one transaction and two queries",
                counted.historyUnits(),
                Prices.READ);
    }

    private void keeping(Footprint counted) {
        var gigabytes = counted.storedBytes().movePointLeft(GIGA);
        var bytes = plain(counted.storedBytes()) + " bytes each, for a month";
        add("keeping it", bytes, gigabytes, Prices.TABLE_STORAGE);
        add("putting it back to any second", bytes, gigabytes, Prices.TABLE_RECOVERY);
    }

    private void add(String what, String arithmetic, BigDecimal quantity, Price price) {
        lines.add(new Line(Line.When.TRANSACTIONS, what, arithmetic, quantity, price));
    }
}
