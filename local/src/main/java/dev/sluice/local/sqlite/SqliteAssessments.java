package dev.sluice.local.sqlite;

import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.risk.RiskReason;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.codec.AssessmentJson;
import dev.sluice.handlers.port.Assessing;
import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.StoredTransaction.Status;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Collectors;

/** Keeps each transaction's assessment beside it in the file. */
public final class SqliteAssessments implements Assessments {

    private final Writer writer;

    public SqliteAssessments(Writer writer) {
        this.writer = writer;
    }

    @Override
    public Assessing write(Identity identity, Assessment assessment, Instant at) {
        // Written out before the writer's turn: its thread is the one everybody waits for.
        var document = AssessmentJson.write(assessment);
        var risk = assessment.risk();
        var reasons = risk.reasons().stream().map(RiskReason::code).collect(Collectors.joining(" "));
        var status = risk.flagged() ? Status.FLAGGED : Status.ENRICHED;
        return writer.write(session -> {
            var written = session.change(
                    """
                    UPDATE transactions SET status = ?, assessment = ?, score = ?, reasons = ?, enriched_at_ms = ?
                    WHERE source = ? AND id = ? AND status = ?""",
                    status.name(),
                    document,
                    risk.score(),
                    reasons,
                    at,
                    identity.source(),
                    identity.id(),
                    Status.RECEIVED.name());
            return written == 1 ? new Assessing.Written() : writtenBefore(session, identity);
        });
    }

    private static Assessing writtenBefore(Session session, Identity identity) throws SQLException {
        return session.row(
                        "SELECT assessment FROM transactions WHERE source = ? AND id = ? AND assessment IS NOT NULL",
                        row -> new Assessing.WrittenBefore(AssessmentJson.read(row.getString(1))),
                        identity.source(),
                        identity.id())
                .orElseThrow(() -> new IllegalStateException("what is assessed is not stored"));
    }

    @Override
    public void notified(Identity identity) {
        writer.write(session -> session.change(
                "UPDATE transactions SET status = ? WHERE source = ? AND id = ? AND status = ?",
                Status.NOTIFIED.name(),
                identity.source(),
                identity.id(),
                Status.FLAGGED.name()));
    }
}
