package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.Original;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A payment at noon by an account of which nothing is known, of which one thing after the other is made different. */
record Scene(Transaction transaction, AccountFacts facts) {

    private static final ZoneId ZONE = ZoneOffset.UTC;

    static Money money(String amount, String currency) {
        return Money.exact(new BigDecimal(amount), Currency.of(currency).orElseThrow())
                .orElseThrow();
    }

    static Scene payment(String amount, String currency) {
        var transaction = new Transaction(
                new Identity("default", "t-2"),
                TransactionType.PAYMENT,
                money(amount, currency),
                Optional.empty(),
                "a-1",
                new OccurredAt.Moment(Instant.parse("2026-03-02T12:00:00Z")),
                Optional.of(new Merchant("Acme", Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>());
        var facts = new AccountFacts(
                new AsOf(1, Instant.parse("2026-03-02T12:00:01Z")),
                Map.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new Scene(transaction, facts);
    }

    Scene billed(String amount, String currency) {
        return of(
                transaction.type(),
                Optional.of(money(amount, currency)),
                transaction.occurredAt(),
                transaction.merchant(),
                transaction.originalId());
    }

    Scene at(String time) {
        return of(
                transaction.type(),
                transaction.billing(),
                new OccurredAt.Moment(Instant.parse("2026-03-02T" + time + "Z")),
                transaction.merchant(),
                transaction.originalId());
    }

    Scene onADay() {
        return of(
                transaction.type(),
                transaction.billing(),
                new OccurredAt.Day(LocalDate.parse("2026-03-02"), ZONE),
                transaction.merchant(),
                transaction.originalId());
    }

    Scene merchant(String mcc, String country) {
        return of(
                transaction.type(),
                transaction.billing(),
                transaction.occurredAt(),
                Optional.of(new Merchant("Acme", Optional.of(mcc), Optional.of(country))),
                transaction.originalId());
    }

    Scene withoutMerchant() {
        return of(
                TransactionType.FEE,
                transaction.billing(),
                transaction.occurredAt(),
                Optional.empty(),
                transaction.originalId());
    }

    Scene undoing(TransactionType type) {
        return of(type, transaction.billing(), transaction.occurredAt(), transaction.merchant(), Optional.of("t-1"));
    }

    private Scene of(
            TransactionType type,
            Optional<Money> billing,
            OccurredAt at,
            Optional<Merchant> merchant,
            Optional<String> original) {
        return new Scene(
                new Transaction(
                        transaction.identity(),
                        type,
                        transaction.amount(),
                        billing,
                        transaction.accountId(),
                        at,
                        merchant,
                        transaction.card(),
                        transaction.counterparty(),
                        original,
                        transaction.metadata()),
                facts);
    }

    /** So much was done in a window, this transaction included, in one currency; the last one said comes last. */
    Scene did(Window window, long count, String sum, String currency) {
        var windows = new HashMap<>(facts.windows());
        var lines = new ArrayList<>(facts.windows().getOrDefault(window, List.of()));
        var code = Currency.of(currency).orElseThrow();
        lines.add(new Activity(
                count,
                new Total(new BigDecimal(sum).movePointRight(code.minorUnits()).toBigIntegerExact(), code)));
        windows.put(window, lines);
        return with(facts.asOf(), windows, facts.firstSeen(), facts.alike(), facts.rates(), facts.original());
    }

    Scene stored(long transactions) {
        return with(
                new AsOf(transactions, facts.asOf().at()),
                facts.windows(),
                facts.firstSeen(),
                facts.alike(),
                facts.rates(),
                facts.original());
    }

    Scene firstSeen(Seen.Kind kind) {
        return with(facts.asOf(), facts.windows(), Set.of(kind), facts.alike(), facts.rates(), facts.original());
    }

    Scene alike(String id) {
        return with(facts.asOf(), facts.windows(), facts.firstSeen(), Optional.of(id), facts.rates(), facts.original());
    }

    Scene rates(String... rates) {
        return with(
                facts.asOf(),
                facts.windows(),
                facts.firstSeen(),
                facts.alike(),
                List.of(rates).stream().map(BigDecimal::new).toList(),
                facts.original());
    }

    Scene original(Money amount, String returned) {
        var total = Total.zero(amount.currency())
                .plus(money(returned, amount.currency().code()));
        return with(
                facts.asOf(),
                facts.windows(),
                facts.firstSeen(),
                facts.alike(),
                facts.rates(),
                Optional.of(new Original(amount, total)));
    }

    private Scene with(
            AsOf asOf,
            Map<Window, List<Activity>> windows,
            Set<Seen.Kind> firstSeen,
            Optional<String> alike,
            List<BigDecimal> rates,
            Optional<Original> original) {
        return new Scene(
                transaction, new AccountFacts(asOf, windows, facts.previousAt(), firstSeen, alike, rates, original));
    }

    RiskScore risk(RiskPolicy policy) {
        var reference = ReferenceEnrichment.of(transaction, ZONE);
        return RiskAssessment.of(transaction, reference, ContextualEnrichment.of(transaction, facts), policy);
    }

    /** The sentences of what fires under the standard policy. */
    List<String> sentences() {
        return risk(RiskPolicy.standard()).reasons().stream()
                .map(RiskReason::sentence)
                .toList();
    }

    /** The codes of what fires under the standard policy. */
    List<String> codes() {
        return risk(RiskPolicy.standard()).reasons().stream()
                .map(RiskReason::code)
                .toList();
    }
}
