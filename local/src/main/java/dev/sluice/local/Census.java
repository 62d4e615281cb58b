package dev.sluice.local;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.local.sqlite.ExactSum;
import dev.sluice.local.sqlite.Session;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one folder's pipeline holds at a moment, read beside it or while it is stopped.
 *
 * @param readAt that moment
 * @param running whether a process has the folder now
 * @param transactions how many there are of each status
 * @param progress how far transactions came
 * @param hops how each function stands that is invoked by something that waits, in the order a transaction meets them
 * @param conflicts how many times other content arrived under an identity already taken
 * @param waiting what is on its way
 * @param deadLetters what was given up on
 * @param totals what accounts were billed, by currency and type
 * @param databaseBytes of the file with its log of changes
 */
public record Census(
        Instant readAt,
        boolean running,
        Map<String, Long> transactions,
        Progress progress,
        List<HopCensus> hops,
        long conflicts,
        Waiting waiting,
        List<DeadLetters> deadLetters,
        List<Total> totals,
        long databaseBytes) {

    /** How many reasons of one queue are told, the most frequent first. */
    private static final int MOST_REASONS = 20;

    /** How many identities of dead letters or conflicts are listed at most. */
    private static final int MOST_LISTED = 10_000;

    public Census {
        transactions = Map.copyOf(transactions);
        hops = List.copyOf(hops);
        deadLetters = List.copyOf(deadLetters);
        totals = List.copyOf(totals);
    }

    /** One queue's dead letters of one reason. */
    public record DeadLetters(String queue, String reason, long count) {}

    /**
     * What was billed in one currency by transactions of one type.
     *
     * @param minorUnits the exact sum, in minor units of the currency, every amount counted positive
     */
    public record Total(String currency, String type, long count, BigInteger minorUnits) {}

    /** A conflict as an operator looks for it. */
    public record Conflict(String source, String id, String fingerprint, Instant receivedAt) {}

    /**
     * Counts, in one look.
     *
     * @throws CannotStart with a sentence, where there is nothing to read
     */
    public static Census read(Path folder, Instant now) {
        return DataFile.look(
                folder,
                session -> new Census(
                        now,
                        FolderLock.held(folder),
                        transactions(session),
                        Progress.read(session, Pipeline.PROCESSOR.name(), now),
                        hops(session),
                        session.row("SELECT count(*) FROM conflicts", row -> row.getLong(1))
                                .orElse(0L),
                        Waiting.read(session),
                        deadLetters(session),
                        totals(session),
                        bytes(folder)));
    }

    /**
     * What waits, and nothing else: cheap enough to be asked again and again.
     *
     * @throws CannotStart with a sentence, where there is nothing to read
     */
    public static Waiting waiting(Path folder) {
        return DataFile.look(folder, Waiting::read);
    }

    /**
     * How much of what was accepted by a moment is still to be stored or assessed; cheap enough to be asked again and again.
     *
     * @throws CannotStart with a sentence, where there is nothing to read
     */
    public static long unsettled(Path folder, Instant acceptedBy) {
        return DataFile.<Long>look(folder, session -> Waiting.unsettled(session, acceptedBy));
    }

    /** The conflicts, oldest first, at most ten thousand. */
    public static List<Conflict> conflicts(Path folder) {
        return DataFile.look(
                folder,
                session -> session.rows(
                        "SELECT source, id, fingerprint, received_at_ms FROM conflicts ORDER BY received_at_ms, source, id LIMIT ?",
                        row -> new Conflict(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                Instant.ofEpochMilli(row.getLong(4))),
                        MOST_LISTED));
    }

    private static Map<String, Long> transactions(Session session) throws SQLException {
        var counts = new TreeMap<String, Long>();
        session.rows(
                "SELECT status, count(*) FROM transactions GROUP BY status",
                row -> counts.put(row.getString(1), row.getLong(2)) == null);
        return counts;
    }

    private static List<HopCensus> hops(Session session) throws SQLException {
        var hops = new ArrayList<HopCensus>();
        for (var function : Pipeline.BLUEPRINT.functions()) {
            if (function.isDeliveredTo()) {
                hops.add(HopCensus.read(session, function));
            }
        }
        return hops;
    }

    private static List<DeadLetters> deadLetters(Session session) throws SQLException {
        return session.rows(
                "SELECT queue, reason, count(*) FROM dead_letters GROUP BY queue, reason ORDER BY 3 DESC, 1, 2 LIMIT ?",
                row -> new DeadLetters(row.getString(1), row.getString(2), row.getLong(3)),
                MOST_REASONS);
    }

    private static List<Total> totals(Session session) throws SQLException {
        return session.rows(
                "SELECT billed_currency, type, count(*), " + ExactSum.columnsOf("billed_minor")
                        + " FROM account_entries GROUP BY billed_currency, type ORDER BY billed_currency, type",
                row -> new Total(row.getString(1), row.getString(2), row.getLong(3), ExactSum.read(row, 4)));
    }

    private static long bytes(Path folder) {
        var file = DataFile.in(folder);
        try {
            var wal = file.resolveSibling(file.getFileName() + "-wal");
            return Files.size(file) + (Files.exists(wal) ? Files.size(wal) : 0);
        } catch (IOException e) {
            return 0;
        }
    }
}
