package dev.sluice.domain.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a merchant deals in, as a merchant category code (MCC) of ISO 18245:2023 says.
 *
 * @param code the code, four digits with leading zeros
 * @param description what the merchant deals in, in English
 * @param category the range of the standard that the code lies in, for example {@code Retail outlets}; codes from 3000 to
 *     3999, which the standard leaves to the card schemes, are {@code Airlines}, {@code Car rental} or {@code Lodging}
 */
public record MerchantCategory(String code, String description, String category) {

    /**
     * Finds a merchant category by its code.
     *
     * @param mcc the code, four digits; anything else finds nothing
     * @return the category, or empty when neither the standard nor a card scheme has assigned that code
     */
    public static Optional<MerchantCategory> of(String mcc) {
        return Optional.ofNullable(Table.BY_CODE.get(mcc));
    }

    /**
     * Lists every merchant category.
     *
     * @return all of them, in the order of their codes
     */
    public static List<MerchantCategory> all() {
        return List.copyOf(Table.BY_CODE.values());
    }

    /** Holds the table from the first question on, so that a program that never asks never reads it. */
    private static final class Table {
        static final Map<String, MerchantCategory> BY_CODE = read();

        private static Map<String, MerchantCategory> read() {
            MerchantCategoryRanges ranges = MerchantCategoryRanges.read();
            List<TableRow> rows = ReferenceTable.rows("mcc.txt", 2);
            Map<String, MerchantCategory> categories = LinkedHashMap.newLinkedHashMap(rows.size());
            for (TableRow row : rows) {
                row.require(Digits.exactly(row.field(0), 4), "a merchant category code has four digits");
                Optional<String> category = ranges.categoryOf(row.field(0));
                if (category.isEmpty()) {
                    throw row.broken("a code lies in a range of mcc-categories.txt");
                }
                categories.put(row.field(0), new MerchantCategory(row.field(0), row.field(1), category.get()));
            }
            return categories;
        }
    }
}
