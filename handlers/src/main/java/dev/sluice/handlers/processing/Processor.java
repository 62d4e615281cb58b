package dev.sluice.handlers.processing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Metrics;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.Arrival;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.NotificationQueue;
import dev.sluice.handlers.port.Storing;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.telemetry.InvocationLine;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The processor function: an announced transaction in, a stored one out, or a conflict that is passed on. It fails, to be called again, when the store
 * does not answer or the message does not read; storing twice changes nothing.
 */
public final class Processor implements RequestStreamHandler {

    private final TransactionStore store;
    private final NotificationQueue notifications;
    private final InstantSource clock;
    private final Telemetry telemetry;

    public Processor(
            TransactionStore store, NotificationQueue notifications, InstantSource clock, Telemetry telemetry) {
        this.store = store;
        this.notifications = notifications;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        for (var message : TopicEvent.read(event).messages()) {
            var line = telemetry.begin(Pipeline.PROCESSOR.name(), clock.instant());
            try {
                var announcement = AnnouncementJson.read(message);
                describe(announcement, line);
                store(announcement, line);
            } catch (RuntimeException e) {
                line.failed("not stored", e).count(Metrics.NOT_STORED);
                throw e;
            } finally {
                line.end(clock.instant());
            }
        }
    }

    private void store(Announcement announcement, InvocationLine line) {
        var transaction = announcement.transaction();
        var enriched = new EnrichedTransaction(transaction, ReferenceEnrichment.of(transaction, announcement.zone()));
        var storedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        switch (store.store(new Arrival(enriched, announcement.receivedAt(), storedAt, announcement.trace()))) {
            case Storing.Stored ignored -> line.count(Metrics.STORED);
            case Storing.Duplicate ignored -> line.count(Metrics.DUPLICATES);
            case Storing.Conflict ignored -> {
                line.count(Metrics.CONFLICTS);
                notifications.send(new Notification.Conflicting(
                        transaction.identity(),
                        enriched.fingerprint(),
                        announcement.receivedAt(),
                        announcement.trace()));
            }
        }
    }

    private static void describe(Announcement announcement, InvocationLine line) {
        line.trace(announcement.trace())
                .note("source", announcement.transaction().identity().source())
                .note("transactionId", announcement.transaction().identity().id());
    }
}
