package dev.sluice.domain.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A merchant category (ISO 18245:2023) whose merchants sell money or a bet.
 *
 * @param code the merchant category code, four digits
 * @param sells what they sell, in English, for example {@code gambling}
 */
public record HighRiskCategory(String code, String sells) {

    /**
     * Finds a high-risk category by its code.
     *
     * @param mcc the code, four digits; anything else finds nothing
     * @return the category, or empty when it is none of high risk
     */
    public static Optional<HighRiskCategory> of(String mcc) {
        return Optional.ofNullable(Table.BY_CODE.get(mcc));
    }

    /**
     * Lists every high-risk category.
     *
     * @return all of them, in the order of their codes
     */
    public static List<HighRiskCategory> all() {
        return List.copyOf(Table.BY_CODE.values());
    }

    /** Holds the table from the first question on, so that a program that never asks never reads it. */
    private static final class Table {
        static final Map<String, HighRiskCategory> BY_CODE = read();

        private static Map<String, HighRiskCategory> read() {
            List<TableRow> rows = ReferenceTable.rows("mcc-high-risk.txt", 2);
            Map<String, HighRiskCategory> categories = LinkedHashMap.newLinkedHashMap(rows.size());
            for (TableRow row : rows) {
                categories.put(row.field(0), new HighRiskCategory(row.field(0), row.field(1)));
            }
            return categories;
        }
    }
}
