package dev.sluice.console.find;

import dev.sluice.console.row.Row;
import dev.sluice.local.sqlite.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at rows until enough are found, or enough were looked at: a request costs a bounded time, however much is stored. */
final class Search {

    /** How many rows one request looks at. */
    static final int MOST_EXAMINED = 20_000;

    /** How many it looks at before it lets others read. */
    private static final int AT_ONCE = 1_000;

    private final Reader reader;
    private final int mostExamined;

    /** @param mostExamined {@link #MOST_EXAMINED}, less in tests */
    Search(Reader reader, int mostExamined) {
        this.reader = reader;
        this.mostExamined = mostExamined;
    }

    /**
     * What was found.
     *
     * @param last the last row that was looked at, where there may be more
     */
    record Found(List<Row> rows, Optional<Row> last) {
        Found {
            rows = List.copyOf(rows);
        }
    }

    Found find(Wanted wanted) {
        var walk = Walk.of(wanted);
        var found = new ArrayList<Row>();
        var position = wanted.after();
        var examined = 0;
        // Most searches are content with what comes first: one row more than they want shows whether there are others.
        var asked = wanted.limit() + 1;
        while (true) {
            var most = Math.min(asked, mostExamined - examined);
            var from = position;
            var rows = reader.read(session -> walk.next(session, from, most));
            for (var row : rows) {
                if (wanted.filter().accepts(row)) {
                    if (found.size() == wanted.limit()) {
                        return new Found(found, Optional.of(found.getLast()));
                    }
                    found.add(row);
                }
            }
            if (rows.size() < most) {
                return new Found(found, Optional.empty());
            }
            examined += rows.size();
            position = Optional.of(Position.of(rows.getLast()));
            if (found.size() == wanted.limit() || examined == mostExamined) {
                return new Found(found, Optional.of(rows.getLast()));
            }
            asked = AT_ONCE;
        }
    }
}
