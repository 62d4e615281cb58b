package dev.sluice.benchmarks.stages;

import dev.sluice.benchmarks.load.Workload;
import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.policy.Policy;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.risk.RiskAssessment;
import dev.sluice.domain.risk.RiskPolicy;
import dev.sluice.domain.submission.Submission;
import dev.sluice.domain.submission.Written;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.validation.Validation;
import dev.sluice.domain.validation.Verdict;
import dev.sluice.handlers.codec.AnnouncementJson;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.codec.Parsed;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.gateway.GatewayRequest;
import dev.sluice.handlers.port.Announcement;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.SigningSecret;
import dev.sluice.handlers.port.Trace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One transaction, and all that the stages before have made of it when a stage begins. */
@SuppressWarnings("ArrayRecordComponent") // events are bytes; cases are never compared
record Case(
        byte[] body,
        byte[] gatewayEvent,
        GatewayRequest request,
        Written.Group root,
        Transaction transaction,
        Announcement announcement,
        String announcementText,
        byte[] topicEvent,
        EnrichedTransaction enriched,
        String documentText,
        byte[] streamEvent,
        AccountFacts facts,
        Assessment assessment,
        Notification notification,
        byte[] queueEvent) {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    static final Policy POLICY = Policy.unlimited(ZoneId.of("Europe/London"));
    static final SigningSecret SECRET = new SigningSecret(new byte[32], Optional.empty());

    static final RiskPolicy RISK = RiskPolicy.standard();

    private static final Trace TRACE = new Trace("correlation-1", Optional.empty());
    static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    /** What names a transaction beside its document. */
    record Ids(String transaction, String account) {}

    /** That many different ones, always the same. */
    static List<Case> many(int count, Path repository) throws IOException {
        var bodies = Workload.of(repository).bodies(count, 1, NOW.minus(Duration.ofDays(30)), NOW);
        return bodies.stream().map(Case::of).toList();
    }

    private static Case of(byte[] body) {
        var event = Events.gateway(body, SECRET, NOW);
        var root = root(body);
        var transaction = accepted(root);
        var announcement = new Announcement(transaction, POLICY.zone(), NOW, TRACE);
        var text = AnnouncementJson.write(announcement);
        var enriched = new EnrichedTransaction(transaction, ReferenceEnrichment.of(transaction, POLICY.zone()));
        var document = TransactionDocument.write(enriched);
        var facts = facts(transaction);
        var context = ContextualEnrichment.of(transaction, facts);
        var risk = RiskAssessment.of(transaction, enriched.reference(), context, RISK);
        var notification = new Notification.Flagged(transaction.identity(), transaction.accountId(), risk, TRACE);
        return new Case(
                body,
                event,
                request(event),
                root,
                transaction,
                announcement,
                text,
                Events.topic(text),
                enriched,
                document,
                Events.stream(new Ids(transaction.identity().id(), transaction.accountId()), document),
                facts,
                new Assessment(context, risk),
                notification,
                Events.queue(NotificationJson.write(notification)));
    }

    private static GatewayRequest request(byte[] event) {
        try {
            return GatewayRequest.read(new ByteArrayInputStream(event));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory does not fail", e);
        }
    }

    private static Written.Group root(byte[] body) {
        if (READER.read(body) instanceof Parsed.Document(var root)) {
            return root;
        }
        throw new IllegalStateException("the workload makes documents only");
    }

    private static Transaction accepted(Written.Group root) {
        if (Validation.validate(new Submission("default", root), POLICY, NOW)
                instanceof Verdict.Accepted(var transaction)) {
            return transaction;
        }
        throw new IllegalStateException("the workload makes transactions only");
    }

    /** A card that is in use: three transactions today, sixty this month, this one with a merchant it did not know. */
    private static AccountFacts facts(Transaction transaction) {
        var billed = transaction.billed().currency();
        return new AccountFacts(
                new AsOf(120, NOW),
                Map.of(
                        Window.HOUR, List.of(new Activity(2, new Total(BigInteger.valueOf(4_200), billed))),
                        Window.DAY, List.of(new Activity(3, new Total(BigInteger.valueOf(9_900), billed))),
                        Window.MONTH, List.of(new Activity(60, new Total(BigInteger.valueOf(310_000), billed)))),
                Optional.of(transaction.occurredAt().start().minus(Duration.ofMinutes(20))),
                EnumSet.of(Seen.Kind.MERCHANT),
                Optional.of("another-1"),
                List.of(),
                Optional.empty());
    }
}
