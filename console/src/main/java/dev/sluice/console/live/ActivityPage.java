package dev.sluice.console.live;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Invalid;
import dev.sluice.console.page.Page;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;

/** What came when, over one of four ranges of time. */
public final class ActivityPage implements Page {

    private static final long MILLIS = 1_000;

    private final Database database;
    private final InstantSource clock;
    private final Activity activity;

    public ActivityPage(Database database, InstantSource clock, Watch watch) {
        this.database = database;
        this.clock = clock;
        this.activity = watch.activity();
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        var range = Range.of(request.parameter("range").orElse(Range.FIVE_MINUTES.code()))
                .orElseThrow(() -> Invalid.of("range", "unknown_range", "is one of 5m, 1h, 24h and 7d"));
        var now = clock.instant();
        var series = new Series(range, now.getEpochSecond());
        var since =
                range == Range.FIVE_MINUTES ? lately(series) : database.read(session -> kept(session, series, range));
        return Answers.json(json -> {
            series.write(json);
            json.writeStringField("since", since.toString());
        });
    }

    private Instant lately(Series series) {
        activity.seconds()
                .from(
                        series.start(),
                        (second, counts) -> counts.byKind().forEach((kind, count) -> series.add(second, kind, count)));
        var start = Instant.ofEpochSecond(series.start());
        return activity.startedAt().isAfter(start) ? activity.startedAt() : start;
    }

    private Instant kept(Session session, Series series, Range range) throws SQLException {
        session.rows(
                """
                SELECT bucket_start_ms / ? AS bucket, kind, sum(count) FROM activity
                WHERE bucket_start_ms >= ? GROUP BY bucket, kind""",
                row -> {
                    series.add(row.getLong(1) * range.seconds(), row.getString(2), row.getLong(3));
                    return true;
                },
                range.seconds() * MILLIS,
                series.start() * MILLIS);
        return session.row(
                        "SELECT bucket_start_ms FROM activity ORDER BY bucket_start_ms LIMIT 1",
                        row -> Instant.ofEpochMilli(row.getLong(1)))
                .filter(first -> first.isBefore(activity.startedAt()))
                .orElse(activity.startedAt());
    }
}
