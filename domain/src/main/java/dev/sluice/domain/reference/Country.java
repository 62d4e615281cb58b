package dev.sluice.domain.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A country or territory of ISO 3166-1:2020, with its place in the regions of UN M49.
 *
 * @param alpha2 ISO 3166-1 alpha-2 code, two capital letters
 * @param alpha3 ISO 3166-1 alpha-3 code, three capital letters
 * @param numericCode ISO 3166-1 numeric code, three digits with leading zeros
 * @param name English short name
 * @param region M49 region, for example {@code Europe}
 * @param subregion M49 sub-region, for example {@code Northern Europe}
 */
public record Country(String alpha2, String alpha3, String numericCode, String name, String region, String subregion) {

    /**
     * Finds a country by its alpha-2 code. User-assigned codes such as {@code XK} are not in the standard.
     *
     * @param alpha2 the code, in capitals; anything else finds nothing
     * @return the country, or empty when ISO 3166-1 does not assign that code
     */
    public static Optional<Country> of(String alpha2) {
        return Optional.ofNullable(Table.BY_ALPHA2.get(alpha2));
    }

    /**
     * Lists every country.
     *
     * @return all 249, in the order of their alpha-2 codes
     */
    public static List<Country> all() {
        return List.copyOf(Table.BY_ALPHA2.values());
    }

    /** Holds the table from the first question on, so that a program that never asks never reads it. */
    private static final class Table {
        static final Map<String, Country> BY_ALPHA2 = read();

        private static Map<String, Country> read() {
            List<TableRow> rows = ReferenceTable.rows("iso3166.txt", 6);
            Map<String, Country> countries = LinkedHashMap.newLinkedHashMap(rows.size());
            for (TableRow row : rows) {
                row.require(Capitals.exactly(row.field(0), 2), "an alpha-2 code has two capital letters");
                row.require(Capitals.exactly(row.field(1), 3), "an alpha-3 code has three capital letters");
                row.require(Digits.exactly(row.field(2), 3), "a numeric code has three digits");
                countries.put(
                        row.field(0),
                        new Country(
                                row.field(0), row.field(1), row.field(2), row.field(3), row.field(4), row.field(5)));
            }
            return countries;
        }
    }
}
