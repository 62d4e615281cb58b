package dev.sluice.console.find;

import dev.sluice.console.row.Row;

/** The last row that was looked at, by all that any order of looking goes by. */
record Position(long number, int score, long billedMinor, long occurredAtMillis, String source, String id) {

    static Position of(Row row) {
        return new Position(
                row.number(),
                row.score().orElse(0),
                row.billing().orElse(row.amount()).minor(),
                row.occurredAt().toEpochMilli(),
                row.source(),
                row.id());
    }
}
