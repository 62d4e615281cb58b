package dev.sluice.domain.money;

import dev.sluice.domain.reference.Capitals;
import dev.sluice.domain.reference.Digits;
import dev.sluice.domain.reference.ReferenceTable;
import dev.sluice.domain.reference.TableRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An active currency of ISO 4217:2015 (amendment 180), funds codes and precious metals included.
 *
 * <p>Only currencies of the table exist: there is no constructor. {@code XXX} (no currency) and {@code XTS} (tests) are no
 * currencies here, since no amount is ever in them.
 */
public final class Currency {
    private final String code;
    private final String numericCode;
    private final int minorUnits;
    private final String name;

    private Currency(String code, String numericCode, int minorUnits, String name) {
        this.code = code;
        this.numericCode = numericCode;
        this.minorUnits = minorUnits;
        this.name = name;
    }

    /**
     * Finds a currency by its alphabetic code.
     *
     * @param alphaCode the code, in capitals; anything else finds nothing
     * @return the currency, or empty when ISO 4217 has no such active currency
     */
    public static Optional<Currency> of(String alphaCode) {
        return Optional.ofNullable(Table.BY_CODE.get(alphaCode));
    }

    /**
     * Lists every active currency.
     *
     * @return all of them, in the order of their codes
     */
    public static List<Currency> all() {
        return List.copyOf(Table.BY_CODE.values());
    }

    /**
     * Gives the alphabetic code.
     *
     * @return three capital letters, for example {@code EUR}
     */
    public String code() {
        return code;
    }

    /**
     * Gives the numeric code.
     *
     * @return three digits with leading zeros, for example {@code 978} or {@code 036}
     */
    public String numericCode() {
        return numericCode;
    }

    /**
     * Gives the number of digits after the decimal sign that an amount of this currency may have.
     *
     * @return 0 to 4, for example JPY 0, EUR 2, BHD 3, CLF 4; 0 where the standard has none (metals, XDR), so that amounts
     *     there are in whole units
     */
    public int minorUnits() {
        return minorUnits;
    }

    /**
     * Gives the name.
     *
     * @return the English name, for example {@code Pound Sterling}
     */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Currency currency && code.equals(currency.code);
    }

    /** From the code, so that it is the same in every run. */
    @Override
    public int hashCode() {
        return code.hashCode();
    }

    /** The alphabetic code. */
    @Override
    public String toString() {
        return code;
    }

    static Currency read(TableRow row) {
        row.require(Capitals.exactly(row.field(0), 3), "an alphabetic code has three capital letters");
        row.require(Digits.exactly(row.field(1), 3), "a numeric code has three digits");
        int minorUnits = row.field(2).equals("-") ? 0 : row.number(2);
        row.require(minorUnits <= 4, "a currency has at most four digits after the decimal sign");
        return new Currency(row.field(0), row.field(1), minorUnits, row.field(3));
    }

    /** Holds the table from the first question on, so that a program that never asks never reads it. */
    private static final class Table {
        static final Map<String, Currency> BY_CODE = read();

        private static Map<String, Currency> read() {
            List<TableRow> rows = ReferenceTable.rows("iso4217.txt", 4);
            Map<String, Currency> currencies = LinkedHashMap.newLinkedHashMap(rows.size());
            for (TableRow row : rows) {
                currencies.put(row.field(0), Currency.read(row));
            }
            return currencies;
        }
    }
}
