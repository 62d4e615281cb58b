package dev.sluice.infra.cost;

import java.math.BigDecimal;
import java.util.List;

/** What a month costs, line by line. */
public record Bill(List<Line> lines) {

    public Bill {
        lines = List.copyOf(lines);
    }

    /** The lines that are paid then, in their order. */
    public Bill of(Line.When when) {
        return new Bill(lines.stream().filter(line -> line.when() == when).toList());
    }

    /** How many pieces of a price, over all its lines. */
    public BigDecimal quantity(Price price) {
        return lines.stream()
                .filter(line -> line.price().equals(price))
                .map(Line::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum of its lines, in US dollars, exactly. */
    public BigDecimal dollars() {
        return lines.stream().map(Line::dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
