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

    /** The sum of its lines, in US dollars, exactly. */
    public BigDecimal dollars() {
        return lines.stream().map(Line::dollars).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
