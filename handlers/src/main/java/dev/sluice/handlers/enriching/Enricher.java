package dev.sluice.handlers.enriching;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Metrics;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.risk.RiskAssessment;
import dev.sluice.domain.risk.RiskPolicy;
import dev.sluice.handlers.codec.BatchAnswer;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.port.AccountHistory;
import dev.sluice.handlers.port.Assessing;
import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.NotificationQueue;
import dev.sluice.handlers.port.Trace;
import dev.sluice.handlers.telemetry.InvocationLine;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The enricher function: new transactions in, in their order; each assessed once, and passed on where it is flagged.
 *
 * <p>It stops at the first record that it cannot do and names it, so that nothing behind it is taken for done. What is told
 * of a transaction is always what is stored of it: where another call was first, that one's assessment.
 */
public final class Enricher implements RequestStreamHandler {

    private final AccountHistory history;
    private final Assessments assessments;
    private final NotificationQueue notifications;
    private final RiskPolicy policy;
    private final InstantSource clock;
    private final Telemetry telemetry;

    public Enricher(
            AccountHistory history,
            Assessments assessments,
            NotificationQueue notifications,
            RiskPolicy policy,
            InstantSource clock,
            Telemetry telemetry) {
        this.history = history;
        this.assessments = assessments;
        this.notifications = notifications;
        this.policy = policy;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var failures = new BatchAnswer();
        for (var record : StreamEvent.read(event).records()) {
            var line = telemetry.begin(Pipeline.ENRICHER.name(), clock.instant());
            try {
                enrich(record, line);
            } catch (RuntimeException e) {
                line.failed("not enriched", e).count(Metrics.NOT_ENRICHED);
                failures.failed(record.sequenceNumber(), BatchAnswer.reason(e));
                break;
            } finally {
                line.end(clock.instant());
            }
        }
        answer.write(failures.write());
    }

    private void enrich(StreamEvent.NewItem record, InvocationLine line) {
        var trace = new Trace(
                record.text("correlationId"),
                record.has("traceHeader") ? Optional.of(record.text("traceHeader")) : Optional.empty());
        line.trace(trace).note("source", record.text("source")).note("transactionId", record.text("id"));
        var enriched = TransactionDocument.read(record.text("document"));
        var assessment = written(enriched, line);
        if (assessment.risk().flagged()) {
            var transaction = enriched.transaction();
            notifications.send(new Notification.Flagged(
                    transaction.identity(), transaction.accountId(), assessment.risk(), trace));
            line.count(Metrics.FLAGGED);
        }
    }

    /** The assessment that is stored in the end, whoever wrote it. */
    private Assessment written(EnrichedTransaction enriched, InvocationLine line) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var assessment = assess(enriched, now);
        return switch (assessments.write(enriched.transaction().identity(), assessment, now)) {
            case Assessing.Written ignored -> {
                line.count(Metrics.ENRICHED);
                yield assessment;
            }
            case Assessing.WrittenBefore(var stored) -> {
                line.count(Metrics.ENRICHED_BEFORE);
                yield stored;
            }
        };
    }

    private Assessment assess(EnrichedTransaction enriched, Instant now) {
        var transaction = enriched.transaction();
        var context = ContextualEnrichment.of(transaction, history.of(transaction, now));
        return new Assessment(context, RiskAssessment.of(transaction, enriched.reference(), context, policy));
    }
}
