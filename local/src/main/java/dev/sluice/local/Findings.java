package dev.sluice.local;

import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.handlers.codec.AssessmentJson;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.local.sqlite.Session;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What enrichment found in one folder's transactions.
 *
 * @param counts of all of them
 * @param flagged the highest scores first, then the largest amounts
 * @param duplicates suspected ones, the largest amounts first; two that name each other are listed once
 * @param rates those whose exchange rate lies furthest from the account's median
 */
public record Findings(FindingCounts counts, List<Found> flagged, List<Found> duplicates, List<Found> rates) {

    public Findings {
        flagged = List.copyOf(flagged);
        duplicates = List.copyOf(duplicates);
        rates = List.copyOf(rates);
    }

    /** A transaction with what was found. */
    public record Found(EnrichedTransaction enriched, Assessment assessment) {
        static Found read(ResultSet row) throws SQLException {
            return new Found(TransactionDocument.read(row.getString(1)), AssessmentJson.read(row.getString(2)));
        }
    }

    /**
     * Reads them, beside a running pipeline or without one.
     *
     * @param top how many of each kind are listed at most; all are counted
     * @throws CannotStart with a sentence, where there is nothing to read
     */
    public static Findings read(Path folder, int top) {
        return DataFile.look(
                folder,
                session -> new Findings(
                        FindingCounts.read(session),
                        flagged(session, top),
                        duplicates(session, top),
                        rates(session, top)));
    }

    private static List<Found> flagged(Session session, int top) throws SQLException {
        return session.rows("""
                SELECT document, assessment FROM transactions WHERE status IN ('FLAGGED', 'NOTIFIED')
                ORDER BY score DESC, coalesce(billing_minor, amount_minor) DESC, row LIMIT ?""", Found::read, top);
    }

    private static List<Found> duplicates(Session session, int top) throws SQLException {
        return session.rows("""
                WITH suspected AS (
                  SELECT row, source, id, document, assessment, coalesce(billing_minor, amount_minor) AS billed,
                    json_extract(assessment, '$.context.suspectedDuplicateOf') AS other
                  FROM transactions WHERE json_extract(assessment, '$.context.suspectedDuplicateOf') IS NOT NULL)
                SELECT document, assessment FROM suspected s
                WHERE NOT EXISTS (
                  SELECT 1 FROM transactions o WHERE o.source = s.source AND o.id = s.other AND o.row < s.row
                    AND json_extract(o.assessment, '$.context.suspectedDuplicateOf') = s.id)
                ORDER BY billed DESC, row LIMIT ?""", Found::read, top);
    }

    /** Floating point decides the order alone. */
    private static List<Found> rates(Session session, int top) throws SQLException {
        return session.rows("""
                SELECT document, assessment FROM transactions
                WHERE json_extract(assessment, '$.context.rateDeviation') IS NOT NULL
                ORDER BY abs(CAST(json_extract(assessment, '$.context.rateDeviation.deviation') AS REAL)) DESC, row
                LIMIT ?""", Found::read, top);
    }
}
