package dev.sluice.benchmarks.stages;

import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.risk.RiskAssessment;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.validation.Validation;
import dev.sluice.handlers.codec.AlertJson;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.AssessmentJson;
import dev.sluice.handlers.codec.MessageAttributes;
import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.codec.QueueEvent;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.enriching.StreamEvent;
import dev.sluice.handlers.gateway.GatewayRequest;
import dev.sluice.handlers.gateway.GatewayResponse;
import dev.sluice.handlers.intake.WebhookSignature;
import dev.sluice.handlers.notifying.Alerts;
import dev.sluice.handlers.processing.TopicEvent;
import dev.sluice.handlers.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The stages of one transaction, as the four functions do them, in their order, each with its budget. */
public enum Stage {
    /** The floor: jackson-core goes over the sender's body and hands out every name and value as text. */
    FLOOR("jackson-core reads the body", new Budget(1, 1_800), one -> Floor.read(one.body())),

    VALIDATOR_EVENT(
            "validator: read the gateway's event",
            new Budget(5, 12_500),
            one -> GatewayRequest.read(new ByteArrayInputStream(one.gatewayEvent()))),
    AUTHENTICATE(
            "validator: verify the signature",
            new Budget(1.5, 1_600),
            one -> WebhookSignature.check(one.request(), List.of(Case.SECRET), Case.NOW)),
    BODY("validator: read the body strictly", new Budget(2, 5_200), one -> Case.READER.read(one.body())),
    VALIDATE(
            "validator: validate",
            new Budget(4, 3_200),
            one -> Validation.validate(new Submission("default", one.root()), Case.POLICY, Case.NOW)),
    ANNOUNCE("validator: write the announcement and its attributes", new Budget(3, 3_900), one -> {
        MessageAttributes.of(one.announcement());
        return AnnouncementJson.write(one.announcement()).getBytes(StandardCharsets.UTF_8);
    }),
    ANSWER("validator: write the answer", new Budget(1.5, 2_300), one -> {
        var answer = new ByteArrayOutputStream();
        GatewayResponse.json(202, json -> {
                    json.writeStringField(
                            "transactionId", one.transaction().identity().id());
                    json.writeStringField("status", "accepted");
                    json.writeStringField("receivedAt", Case.NOW.toString());
                })
                .writeTo(answer);
        return answer;
    }),
    LINE("each: write the line of telemetry", new Budget(2, 2_300), one -> {
        var length = new AtomicInteger();
        new Telemetry(text -> length.set(text.length()))
                .begin("validator", Case.NOW, one.announcement().trace())
                .note("source", "default")
                .note("transactionId", one.transaction().identity().id())
                .count("Accepted")
                .note("status", "202")
                .end(Case.NOW);
        return length;
    }),

    PROCESSOR_EVENT(
            "processor: read the topic's event",
            new Budget(4.5, 11_500),
            one -> TopicEvent.read(new ByteArrayInputStream(one.topicEvent()))),
    ANNOUNCEMENT(
            "processor: read the announcement",
            new Budget(8, 11_500),
            one -> AnnouncementJson.read(one.announcementText())),
    REFERENCE(
            "processor: look up, fingerprint",
            new Budget(3, 3_700),
            one -> ReferenceEnrichment.of(one.transaction(), Case.POLICY.zone())),
    DOCUMENT("processor: write the document", new Budget(3, 2_800), one -> TransactionDocument.write(one.enriched())),

    ENRICHER_EVENT(
            "enricher: read the stream's event",
            new Budget(5, 12_000),
            one -> StreamEvent.read(new ByteArrayInputStream(one.streamEvent()))),
    STORED("enricher: read the document", new Budget(8, 12_500), one -> TransactionDocument.read(one.documentText())),
    SCORE("enricher: score with a given history", new Budget(3, 3_600), one -> {
        var context = ContextualEnrichment.of(one.transaction(), one.facts());
        return RiskAssessment.of(one.transaction(), one.enriched().reference(), context, Case.RISK);
    }),
    ASSESSMENT("enricher: write the assessment", new Budget(3, 3_500), one -> AssessmentJson.write(one.assessment())),
    NOTIFICATION(
            "enricher: write the notification",
            new Budget(1.5, 1_400),
            one -> NotificationJson.write(one.notification())),

    NOTIFIER_EVENT("notifier: read the queue's event", new Budget(5, 12_000), one -> {
        var message = QueueEvent.read(new ByteArrayInputStream(one.queueEvent()))
                .messages()
                .getFirst();
        return NotificationJson.read(message.body());
    }),
    ALERTS("notifier: write its alerts", new Budget(2, 4_000), one -> {
        var length = 0;
        for (var alert : Alerts.of(one.notification())) {
            length += AlertJson.write(alert).length()
                    + MessageAttributes.of(alert).size();
        }
        return length;
    });

    /** What a stage does with one transaction. */
    @FunctionalInterface
    interface Work {
        Object of(Case one) throws IOException;
    }

    private final String words;
    private final Budget budget;
    private final Work work;

    Stage(String words, Budget budget, Work work) {
        this.words = words;
        this.budget = budget;
        this.work = work;
    }

    /** Which function, and what it does. */
    String words() {
        return words;
    }

    Budget budget() {
        return budget;
    }

    Work work() {
        return work;
    }
}
