package dev.sluice.handlers.port;

import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.EnrichedTransaction;
import dev.sluice.domain.enrichment.Lookup;
import dev.sluice.domain.enrichment.OriginalCheck;
import dev.sluice.domain.enrichment.RateDeviation;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.risk.RiskReason;
import dev.sluice.domain.risk.RiskScore;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

    /** An assessment of everything that can be known, as risky as that. */
    public static Assessment assessment(int score, boolean flagged) {
        var gbp = Currency.of("GBP").orElseThrow();
        var activity = List.of(new Activity(3, new Total(BigInteger.TEN.pow(20), gbp)));
        return new Assessment(
                new ContextualEnrichment(
                        new AsOf(31, STORED),
                        Map.of(Window.HOUR, activity, Window.DAY, activity, Window.MONTH, activity),
                        new Lookup.Found<>(Duration.ofMillis(61_001)),
                        new Lookup.Found<>(true),
                        new Lookup.Absent<>(Lookup.Reason.NOT_GIVEN),
                        false,
                        new Lookup.Found<>("t-0"),
                        new Lookup.Found<>(new BigDecimal("0.853")),
                        new Lookup.Found<>(new RateDeviation(new BigDecimal("0.86"), 101, new BigDecimal("-0.008140"))),
                        new Lookup.Found<>(new OriginalCheck(new Money(1_000, gbp), Total.zero(gbp), true, false))),
                new RiskScore(
                        score,
                        flagged,
                        List.of(new RiskReason("velocity", score, "31 transactions in an hour are more than 20."))));
    }
}
