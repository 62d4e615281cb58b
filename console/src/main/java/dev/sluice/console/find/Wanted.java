package dev.sluice.console.find;

import dev.sluice.console.page.Invalid;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.domain.validation.reading.Ids;
import dev.sluice.handlers.port.StoredTransaction.Status;
import dev.sluice.local.http.PageRequest;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A search as it was asked for.
 *
 * @param after the last row that was looked at before
 * @param limit how many rows are told at most
 */
record Wanted(Filter filter, Order order, Optional<Position> after, int limit) {

    static final int USUAL_LIMIT = 100;
    static final int MOST = 500;

    private static final int LONGEST_TEXT = 200;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern REASON = Pattern.compile("[a-z0-9_]{1,64}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}(?:\\.[0-9]{1,18})?");

    /**
     * Reads it.
     *
     * @throws Invalid which names every parameter that is wrong
     */
    static Wanted read(PageRequest request) {
        var asked = new Parameters(request);
        var filter = new Filter(
                asked.read("id", "id_format", "an id begins with 1 to 64 of A-Z a-z 0-9 . _ : -", Wanted::id),
                asked.matching("source", SOURCE, "source_format", "a source is 1 to 40 of a-z 0-9 -"),
                asked.read("account", "account_format", "an account has at most 200 characters", Wanted::text),
                asked.read("merchant", "merchant_format", "a merchant has at most 200 characters", Wanted::text),
                asked.read("from", "from_format", "a date, 2026-03-01, or an RFC 3339 date and time", When::read),
                asked.read("to", "to_format", "a date, 2026-03-01, or an RFC 3339 date and time", When::read),
                asked.matching("least", DECIMAL, "amount_format", "an amount is digits, a point where it needs one")
                        .map(BigDecimal::new),
                asked.matching("most", DECIMAL, "amount_format", "an amount is digits, a point where it needs one")
                        .map(BigDecimal::new),
                asked.read("currency", "currency_unknown", "an active code of ISO 4217, in capitals", Currency::of),
                asked.read("type", "type_unknown", "a type as senders write it", TransactionType::of),
                asked.read("status", "status_unknown", "received, enriched, flagged or notified", Wanted::status),
                asked.matching("reason", REASON, "reason_format", "a reason is 1 to 64 of a-z 0-9 _"));
        asked.ordered(
                "to", filter.from().map(When::start), filter.to().map(When::end), "the end is not before the start");
        asked.ordered("most", filter.least(), filter.most(), "the largest amount is at least the smallest");
        var order = asked.read("order", "order_unknown", "newest or riskiest", Wanted::order)
                .orElse(Order.NEWEST);
        var limit = asked.read("limit", "limit_range", "1 to " + MOST, Wanted::limit);
        var after = asked.read(
                "cursor",
                "cursor_foreign",
                "it is no cursor that this search gave; begin again without one",
                text -> Cursor.read(question(filter, order), text));
        asked.check();
        return new Wanted(filter, order, after, limit.orElse(USUAL_LIMIT));
    }

    /** Where the next request goes on. */
    String cursor(Position position) {
        return Cursor.write(question(filter, order), position);
    }

    /** What a cursor is bound to; the limit may change on the way. */
    private static String question(Filter filter, Order order) {
        return order + " " + filter;
    }

    private static Optional<String> id(String text) {
        return Optional.of(text).filter(Ids::isId);
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(t -> t.length() <= LONGEST_TEXT);
    }

    private static Optional<Status> status(String text) {
        return Stream.of(Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    private static Optional<Order> order(String text) {
        return Stream.of(Order.values())
                .filter(order -> order.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }

    private static Optional<Integer> limit(String text) {
        return Optional.of(text)
                .filter(t -> NUMBER.matcher(t).matches())
                .map(Integer::valueOf)
                .filter(limit -> limit <= MOST);
    }
}
