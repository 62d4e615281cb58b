package dev.sluice.domain.reference;

import java.util.List;

/**
 * One row of a reference table, which remembers where it was read so that a broken one can be found.
 *
 * @param file name of the table's file
 * @param line line in that file, counted from 1, comments included
 * @param fields the row's fields, from left to right
 */
public record TableRow(String file, int line, List<String> fields) {
    /**
     * Keeps its own copy of the fields.
     *
     * @param file name of the table's file
     * @param line line in that file, counted from 1, comments included
     * @param fields the row's fields, from left to right
     */
    public TableRow {
        fields = List.copyOf(fields);
    }

    /**
     * Gives one field.
     *
     * @param index column, counted from 0
     * @return the field's text
     */
    public String field(int index) {
        return fields.get(index);
    }

    /**
     * Reads one field as a small number.
     *
     * @param index column, counted from 0
     * @return the number, 0 to 99
     * @throws IllegalStateException if the field is not a number of one or two digits
     */
    public int number(int index) {
        String field = field(index);
        require(field.length() <= 2 && Digits.only(field), "a number has one or two digits");
        return Integer.parseInt(field);
    }

    /**
     * Insists on a rule that this row must keep.
     *
     * @param kept whether the row keeps the rule
     * @param rule the rule, as a sentence without its full stop
     * @throws IllegalStateException if it does not, naming file, line and rule
     */
    public void require(boolean kept, String rule) {
        if (!kept) {
            throw broken(rule);
        }
    }

    /**
     * Makes the exception that says which rule this row breaks.
     *
     * @param rule the rule, as a sentence without its full stop
     * @return an exception whose message names file, line and rule, to be thrown by the caller
     */
    public IllegalStateException broken(String rule) {
        return new IllegalStateException(file + " line " + line + ": " + rule);
    }
}
