package dev.sluice.console.find;

import dev.sluice.console.row.Row;
import dev.sluice.console.row.Sources;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order of looking at rows, such that few are looked at in vain; each goes by an index. */
sealed interface Walk {

    /** The next rows: as many as asked for, or fewer at the end. */
    List<Row> next(Session session, Optional<Position> after, int most) throws SQLException;

    /** The best one for that search. */
    static Walk of(Wanted wanted) {
        var filter = wanted.filter();
        if (wanted.order() == Order.RISKIEST) {
            return new ByScore();
        }
        if (filter.id().isPresent()) {
            return new ById(filter.id().get(), filter.source());
        }
        if (filter.account().isPresent()) {
            return new ByAccount(filter.account().get(), filter.source());
        }
        return new ByArrival();
    }

    /** Everything, what arrived last first. */
    record ByArrival() implements Walk {
        private static final String SQL =
                "SELECT " + Row.COLUMNS + " FROM transactions t WHERE t.row < ? ORDER BY t.row DESC LIMIT ?";

        @Override
        public List<Row> next(Session session, Optional<Position> after, int most) throws SQLException {
            return session.rows(SQL, Row::read, after.map(Position::number).orElse(Long.MAX_VALUE), most);
        }
    }

    /** What has a score above 0, the highest first, of equal ones the largest amounts billed, of these what arrived last. */
    record ByScore() implements Walk {
        private static final String ROWS = "SELECT " + Row.COLUMNS + " FROM transactions t WHERE t.score > 0 AND ";
        private static final String BILLED = "coalesce(t.billing_minor, t.amount_minor)";
        private static final String ALIKE =
                ROWS + "t.score = ? AND " + BILLED + " = ? AND t.row < ? ORDER BY t.row DESC LIMIT ?";
        private static final String SMALLER =
                ROWS + "t.score = ? AND " + BILLED + " < ? ORDER BY " + BILLED + " DESC, t.row DESC LIMIT ?";
        private static final String LESS =
                ROWS + "t.score < ? ORDER BY t.score DESC, " + BILLED + " DESC, t.row DESC LIMIT ?";

        @Override
        public List<Row> next(Session session, Optional<Position> after, int most) throws SQLException {
            if (after.isEmpty()) {
                return session.rows(LESS, Row::read, Integer.MAX_VALUE, most);
            }
            // Three statements: one comparison of all would look again at all that has the same score.
            var from = after.get();
            var found = new ArrayList<>(
                    session.rows(ALIKE, Row::read, from.score(), from.billedMinor(), from.number(), most));
            if (found.size() < most) {
                found.addAll(session.rows(SMALLER, Row::read, from.score(), from.billedMinor(), most - found.size()));
            }
            if (found.size() < most) {
                found.addAll(session.rows(LESS, Row::read, from.score(), most - found.size()));
            }
            return found;
        }
    }

    /** What has an id that begins so, by source and id. */
    record ById(String beginning, Optional<String> source) implements Walk {
        private static final String SQL = "SELECT " + Row.COLUMNS
                + " FROM transactions t WHERE t.source = ? AND t.id >= ? AND t.id < ? ORDER BY t.id LIMIT ?";

        @Override
        public List<Row> next(Session session, Optional<Position> after, int most) throws SQLException {
            var last = beginning.length() - 1;
            var end = beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
            return bySource(
                    session,
                    source,
                    after,
                    most,
                    (of, from, rest) ->
                            // A space comes before all that an id may be made of: nothing lies between an id and it.
                            session.rows(
                                    SQL,
                                    Row::read,
                                    of,
                                    from.map(p -> p.id() + " ").orElse(beginning),
                                    end,
                                    rest));
        }
    }

    /** What an account did, by source, what occurred last first. */
    record ByAccount(String account, Optional<String> source) implements Walk {
        private static final String SQL = "SELECT " + Row.COLUMNS
                + " FROM account_entries e JOIN transactions t ON t.row = e.transaction_row"
                + " WHERE e.source = ? AND e.account_id = ? AND (e.occurred_at_ms, e.id) < (?, ?)"
                + " ORDER BY e.occurred_at_ms DESC, e.id DESC LIMIT ?";

        @Override
        public List<Row> next(Session session, Optional<Position> after, int most) throws SQLException {
            return bySource(
                    session,
                    source,
                    after,
                    most,
                    (of, from, rest) -> session.rows(
                            SQL,
                            Row::read,
                            of,
                            account,
                            from.map(Position::occurredAtMillis).orElse(Long.MAX_VALUE),
                            from.map(Position::id).orElse(""),
                            rest));
        }
    }

    /** Rows of one source. */
    interface OfSource {
        List<Row> next(String source, Optional<Position> after, int most) throws SQLException;
    }

    private static List<Row> bySource(
            Session session, Optional<String> wanted, Optional<Position> after, int most, OfSource rows)
            throws SQLException {
        var sources = wanted.isPresent() ? List.of(wanted.get()) : Sources.known(session);
        var found = new ArrayList<Row>();
        for (var source : sources) {
            var order = after.map(p -> source.compareTo(p.source())).orElse(1);
            if (order >= 0 && found.size() < most) {
                found.addAll(rows.next(source, order == 0 ? after : Optional.empty(), most - found.size()));
            }
        }
        return found;
    }
}
