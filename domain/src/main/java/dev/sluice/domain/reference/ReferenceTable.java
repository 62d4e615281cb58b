package dev.sluice.domain.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A reader of the reference tables that ship inside this module.
 *
 * <p>A table is a UTF-8 text file: one row a line, fields separated by {@code |}, lines that begin with {@code #} are
 * comments, no field is empty or padded, rows are sorted by their first field and no row is there twice. The tables are
 * part of the program, so one that breaks these rules is a programming mistake: it is answered with an
 * {@link IllegalStateException} that names the file, the line and the rule.
 */
public final class ReferenceTable {
    /** Rows in one table at most; the longest today, the merchant categories, has about 1,100. */
    static final int MAX_ROWS = 10_000;

    private ReferenceTable() {}

    /**
     * Reads every row of a table, in the order of the file. Nothing is cached: whoever asks keeps what it makes of them.
     *
     * @param file name of the file, for example {@code iso4217.txt}
     * @param columns number of fields each row must have, at least 1
     * @return the rows, at least one, at most 10,000
     * @throws IllegalStateException if the file is missing or breaks a rule of the format
     */
    public static List<TableRow> rows(String file, int columns) {
        return parse(file, text(file), columns);
    }

    static List<TableRow> parse(String file, String text, int columns) {
        List<TableRow> rows = new ArrayList<>();
        String previous = "";
        int number = 0;
        // Plain index arithmetic: this runs in the cold start of a function, where a regular expression or a stream
        // costs more than the whole table.
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            number++;
            if (text.charAt(start) != '#') {
                TableRow row = new TableRow(file, number, fields(text, start, end));
                checkFields(row, columns);
                if (row.field(0).compareTo(previous) <= 0) {
                    throw row.broken("rows are sorted by their first field and appear once");
                }
                previous = row.field(0);
                rows.add(row);
                if (rows.size() > MAX_ROWS) {
                    throw row.broken("a table has at most " + MAX_ROWS + " rows");
                }
            }
            start = end + 1;
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException(file + ": a table has at least one row");
        }
        return List.copyOf(rows);
    }

    private static List<String> fields(String text, int start, int end) {
        List<String> fields = new ArrayList<>();
        int from = start;
        for (int bar = text.indexOf('|', from); bar >= 0 && bar < end; bar = text.indexOf('|', from)) {
            fields.add(text.substring(from, bar));
            from = bar + 1;
        }
        fields.add(text.substring(from, end));
        return fields;
    }

    private static void checkFields(TableRow row, int columns) {
        if (row.fields().size() != columns) {
            throw row.broken(
                    "a row has " + columns + " fields, here are " + row.fields().size());
        }
        for (String field : row.fields()) {
            if (field.isEmpty() || !field.equals(field.strip())) {
                throw row.broken("a field is neither empty nor padded with spaces");
            }
        }
    }

    private static String text(String file) {
        try (InputStream in = ReferenceTable.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + ": this reference table is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": this reference table cannot be read", e);
        }
    }
}
