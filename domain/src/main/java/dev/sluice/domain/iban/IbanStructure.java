package dev.sluice.domain.iban;

import dev.sluice.domain.reference.Capitals;
import dev.sluice.domain.reference.ReferenceTable;
import dev.sluice.domain.reference.TableRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How IBANs of one country are built, by release 102 of the SWIFT IBAN registry.
 *
 * @param country alpha-2 code
 * @param length characters of the whole IBAN, 15 to 34
 * @param bban the pieces of the basic bank account number, which follows country and check digits
 */
record IbanStructure(String country, int length, List<Piece> bban) {
    /** ISO 13616-1:2020, 5.1: no IBAN is longer. */
    static final int MAX_LENGTH = 34;

    private static final int BBAN_BEGINS = 4;

    /** So many characters of one kind. */
    record Piece(int count, Kind kind) {}

    /** What may stand at a place. */
    enum Kind {
        /** {@code n} in the registry's notation. */
        DIGIT,
        /** {@code a} in the registry's notation. */
        CAPITAL,
        /** {@code c} in the registry's notation; capitals only, since the standard has no others. */
        CAPITAL_OR_DIGIT;

        static Optional<Kind> of(char notation) {
            return switch (notation) {
                case 'n' -> Optional.of(DIGIT);
                case 'a' -> Optional.of(CAPITAL);
                case 'c' -> Optional.of(CAPITAL_OR_DIGIT);
                default -> Optional.empty();
            };
        }

        boolean allows(char c) {
            return switch (this) {
                case DIGIT -> isDigit(c);
                case CAPITAL -> isCapital(c);
                case CAPITAL_OR_DIGIT -> isCapital(c) || isDigit(c);
            };
        }
    }

    static Optional<IbanStructure> of(String country) {
        return Optional.ofNullable(Table.BY_COUNTRY.get(country));
    }

    static List<IbanStructure> all() {
        return List.copyOf(Table.BY_COUNTRY.values());
    }

    /** Tells whether a text of the right length and country has digits where digits belong and letters where they do. */
    boolean fits(String iban) {
        int at = BBAN_BEGINS;
        if (!Kind.DIGIT.allows(iban.charAt(2)) || !Kind.DIGIT.allows(iban.charAt(3))) {
            return false;
        }
        for (Piece piece : bban) {
            for (int end = at + piece.count(); at < end; at++) {
                if (!piece.kind().allows(iban.charAt(at))) {
                    return false;
                }
            }
        }
        return true;
    }

    static boolean isCapitalsAndDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Kind.CAPITAL_OR_DIGIT.allows(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static IbanStructure read(TableRow row) {
        String country = row.field(0);
        row.require(Capitals.exactly(country, 2), "a country is two capital letters");
        int length = row.number(1);
        row.require(length <= MAX_LENGTH, "an IBAN has at most 34 characters");
        List<Piece> bban = pieces(row);
        int sum = BBAN_BEGINS;
        for (Piece piece : bban) {
            sum += piece.count();
        }
        row.require(sum == length, "the pieces of a structure and four more characters make up the length");
        return new IbanStructure(country, length, bban);
    }

    /** Reads the registry's notation: {@code 4!a6!n8!n} is four letters, then six digits, then eight. */
    private static List<Piece> pieces(TableRow row) {
        String notation = row.field(2);
        String rule = "a structure is pieces like 4!n, kinds n, a and c";
        List<Piece> pieces = new ArrayList<>();
        int count = 0;
        for (int i = 0; i < notation.length(); i++) {
            char c = notation.charAt(i);
            if (isDigit(c)) {
                count = 10 * count + (c - '0');
                row.require(count <= MAX_LENGTH, rule);
            } else {
                row.require(c == '!' && count > 0 && i + 1 < notation.length(), rule);
                i++;
                Optional<Kind> kind = Kind.of(notation.charAt(i));
                if (kind.isEmpty()) {
                    throw row.broken(rule);
                }
                pieces.add(new Piece(count, kind.get()));
                count = 0;
            }
        }
        row.require(count == 0, rule);
        return List.copyOf(pieces);
    }

    private static boolean isDigit(char c) {
        return '0' <= c && c <= '9';
    }

    private static boolean isCapital(char c) {
        return 'A' <= c && c <= 'Z';
    }

    /** Holds the table from the first question on, so that a program that never asks never reads it. */
    private static final class Table {
        static final Map<String, IbanStructure> BY_COUNTRY = read();

        private static Map<String, IbanStructure> read() {
            List<TableRow> rows = ReferenceTable.rows("iban.txt", 3);
            Map<String, IbanStructure> structures = LinkedHashMap.newLinkedHashMap(rows.size());
            for (TableRow row : rows) {
                structures.put(row.field(0), IbanStructure.read(row));
            }
            return structures;
        }
    }
}
