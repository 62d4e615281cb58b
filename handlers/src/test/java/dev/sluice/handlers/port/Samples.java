package dev.sluice.handlers.port;

import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;

/** Whole valid things for the contracts, of which a test lets one part differ. */
public final class Samples {

    public static final ZoneId ZONE = ZoneId.of("Europe/London");
    public static final Instant OCCURRED = Instant.parse("2026-01-02T03:04:05.678Z");
    public static final Instant RECEIVED = Instant.parse("2026-01-02T03:05:00.123Z");
    public static final Instant STORED = Instant.parse("2026-01-02T03:05:00.456Z");
    public static final Trace TRACE = new Trace("correlation-1", Optional.of("Root=1-2-3"));

    private Samples() {}

    public static Transaction transaction(Identity identity, String accountId, Instant occurredAt, long minor) {
        var gbp = Currency.of("GBP").orElseThrow();
        return new Transaction(
                identity,
                TransactionType.PAYMENT,
                new Money(minor, gbp),
                Optional.empty(),
                accountId,
                new OccurredAt.Moment(occurredAt),
                Optional.of(new Merchant("Corner Shop", Optional.of("5411"), Optional.of("GB"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
    }

    public static Transaction transaction(String id) {
        return transaction(new Identity("default", id), "account-1", OCCURRED, 1_234);
    }

    public static EnrichedTransaction enriched(Transaction transaction) {
        return new EnrichedTransaction(transaction, ReferenceEnrichment.of(transaction, ZONE));
    }

    public static Arrival arrival(Transaction transaction) {
        return arrival(transaction, RECEIVED);
    }

    public static Arrival arrival(Transaction transaction, Instant receivedAt) {
        return new Arrival(enriched(transaction), receivedAt, STORED, TRACE);
    }

    public static Announcement announcement(Transaction transaction) {
        return new Announcement(transaction, ZONE, RECEIVED, TRACE);
    }
}
