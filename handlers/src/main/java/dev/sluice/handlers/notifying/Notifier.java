package dev.sluice.handlers.notifying;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Metrics;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.handlers.codec.BatchAnswer;
import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.codec.QueueEvent;
import dev.sluice.handlers.port.Alert;
import dev.sluice.handlers.port.AlertLedger;
import dev.sluice.handlers.port.AlertTopic;
import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.telemetry.InvocationLine;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The notifier function: notifications in, one alert out for each transaction and reason.
 *
 * <p>An alert is claimed before it is published and recorded behind that, so that it is published again only where a
 * function ended, or did not learn what became of it, between the two; its id tells such a repeat.
 */
public final class Notifier implements RequestStreamHandler {

    /** Longer than any call of this function lives, shorter than a message is hidden. */
    private static final Duration CLAIM = Pipeline.NOTIFIER.timeout().plusSeconds(30);

    private final AlertTopic topic;
    private final AlertLedger ledger;
    private final Assessments assessments;
    private final InstantSource clock;
    private final Telemetry telemetry;

    public Notifier(
            AlertTopic topic, AlertLedger ledger, Assessments assessments, InstantSource clock, Telemetry telemetry) {
        this.topic = topic;
        this.ledger = ledger;
        this.assessments = assessments;
        this.clock = clock;
        this.telemetry = telemetry;
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var failures = new BatchAnswer();
        for (var message : QueueEvent.read(event).messages()) {
            var line = telemetry.begin(Pipeline.NOTIFIER.name(), clock.instant());
            try {
                if (!tell(NotificationJson.read(message.body()), line)) {
                    failures.failed(message.id(), "another call has claimed one of its alerts");
                }
            } catch (RuntimeException e) {
                line.failed("not told", e).count(Metrics.NOT_TOLD);
                failures.failed(message.id(), BatchAnswer.reason(e));
            } finally {
                line.end(clock.instant());
            }
        }
        answer.write(failures.write());
    }

    /** Whether all of it is told now. */
    private boolean tell(Notification notification, InvocationLine line) {
        line.trace(notification.trace())
                .note("source", notification.identity().source())
                .note("transactionId", notification.identity().id());
        var all = true;
        for (var alert : Alerts.of(notification)) {
            all &= publish(alert, line);
        }
        if (all && notification instanceof Notification.Flagged) {
            assessments.notified(notification.identity());
        }
        return all;
    }

    private boolean publish(Alert alert, InvocationLine line) {
        var now = now();
        return switch (ledger.claim(alert.identity(), alert.alertId(), now, now.plus(CLAIM))) {
            case GRANTED -> {
                topic.publish(alert);
                ledger.published(alert.identity(), alert.alertId(), now());
                line.count(Metrics.ALERTS);
                yield true;
            }
            case PUBLISHED -> true;
            case HELD -> {
                line.count(Metrics.ALERTS_HELD);
                yield false;
            }
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
