package dev.sluice.console.row;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.handlers.port.StoredTransaction.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * A transaction as a list shows it.
 *
 * @param number its place in the order of arrival; the file's own, never told
 * @param type as senders write it
 * @param billing what the account was billed, where that is not the amount itself
 * @param occurredAt when it happened; the start of the day in the source's zone where only the day is known
 * @param day where only the day is known: that day, as its sender wrote it
 * @param score 0 to 100, once it is assessed
 * @param reasons codes of the rules that fired, in the order of their catalogue
 */
public record Row(
        long number,
        String source,
        String id,
        String type,
        Money amount,
        Optional<Money> billing,
        String account,
        Optional<String> merchant,
        Instant occurredAt,
        Optional<LocalDate> day,
        Instant receivedAt,
        Status status,
        Optional<Integer> score,
        List<String> reasons) {

    /** What {@link #read} reads, of a table {@code transactions} that is called {@code t}. */
    public static final String COLUMNS = "t.row, t.source, t.id, t.type, t.amount_minor, t.currency, t.billing_minor,"
            + " t.billing_currency, t.account_id, t.merchant, t.occurred_at_ms, t.received_at_ms, t.status, t.score,"
            // The instant alone does not tell the day: it is midnight in the zone of whoever sent it.
            + " t.reasons, CASE t.precision WHEN 'day' THEN t.document ->> '$.transaction.occurredAt' END";

    public Row {
        reasons = List.copyOf(reasons);
    }

    /** Reads a row of {@link #COLUMNS}; they come first. */
    public static Row read(ResultSet columns) throws SQLException {
        var billed = Optional.ofNullable(columns.getString(8));
        var score = columns.getInt(14);
        var scored = !columns.wasNull();
        return new Row(
                columns.getLong(1),
                columns.getString(2),
                columns.getString(3),
                columns.getString(4),
                new Money(columns.getLong(5), currency(columns.getString(6))),
                billed.isPresent()
                        ? Optional.of(new Money(columns.getLong(7), currency(billed.get())))
                        : Optional.empty(),
                columns.getString(9),
                Optional.ofNullable(columns.getString(10)),
                Instant.ofEpochMilli(columns.getLong(11)),
                Optional.ofNullable(columns.getString(16)).map(LocalDate::parse),
                Instant.ofEpochMilli(columns.getLong(12)),
                Status.valueOf(columns.getString(13)),
                scored ? Optional.of(score) : Optional.empty(),
                codes(Optional.ofNullable(columns.getString(15)).orElse("")));
    }

    private static Currency currency(String code) {
        return Currency.of(code).orElseThrow(() -> new IllegalStateException("a stored currency is no currency"));
    }

    private static List<String> codes(String separated) {
        var codes = new ArrayList<String>();
        var words = new StringTokenizer(separated, " ");
        while (words.hasMoreTokens()) {
            codes.add(words.nextToken());
        }
        return codes;
    }
}
