package dev.sluice.domain.reference;

import java.util.List;
import java.util.Optional;

/** The ranges into which ISO 18245:2023 and the card schemes divide merchant category codes. */
final class MerchantCategoryRanges {
    private final List<TableRow> rows;

    private MerchantCategoryRanges(List<TableRow> rows) {
        this.rows = rows;
    }

    static MerchantCategoryRanges read() {
        return of(ReferenceTable.rows("mcc-categories.txt", 3));
    }

    static MerchantCategoryRanges of(List<TableRow> rows) {
        String last = "";
        for (TableRow row : rows) {
            row.require(
                    Digits.exactly(row.field(0), 4) && Digits.exactly(row.field(1), 4),
                    "a range is two codes of four digits");
            row.require(row.field(0).compareTo(row.field(1)) <= 0, "a range ends at or after its beginning");
            row.require(row.field(0).compareTo(last) > 0, "a code lies in one range only");
            last = row.field(1);
        }
        return new MerchantCategoryRanges(rows);
    }

    /** Codes all have four digits, so they compare as text the way they do as numbers. */
    Optional<String> categoryOf(String code) {
        for (TableRow row : rows) {
            if (row.field(0).compareTo(code) <= 0 && code.compareTo(row.field(1)) <= 0) {
                return Optional.of(row.field(2));
            }
        }
        return Optional.empty();
    }
}
