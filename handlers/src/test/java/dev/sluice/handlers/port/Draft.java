package dev.sluice.handlers.port;

import dev.sluice.domain.money.Currency;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;

/** A transaction in the making: a payment like {@link Samples#transaction(String)}'s, of which a test changes parts. */
public record Draft(
        Identity identity,
        String accountId,
        TransactionType type,
        Money amount,
        Optional<Money> billing,
        OccurredAt occurredAt,
        Optional<Merchant> merchant,
        Optional<String> originalId) {

    public static Draft of(String id) {
        return new Draft(
                new Identity("default", id),
                "account-1",
                TransactionType.PAYMENT,
                money(1_234, "GBP"),
                Optional.empty(),
                new OccurredAt.Moment(Samples.OCCURRED),
                Optional.of(new Merchant("Corner Shop", Optional.of("5411"), Optional.of("GB"))),
                Optional.empty());
    }

    public Draft from(String source) {
        return new Draft(
                new Identity(source, identity.id()),
                accountId,
                type,
                amount,
                billing,
                occurredAt,
                merchant,
                originalId);
    }

    public Draft account(String other) {
        return new Draft(identity, other, type, amount, billing, occurredAt, merchant, originalId);
    }

    public Draft at(Instant moment) {
        return at(new OccurredAt.Moment(moment));
    }

    /** A day in the zone of the samples. */
    public Draft on(LocalDate day) {
        return at(new OccurredAt.Day(day, Samples.ZONE));
    }

    private Draft at(OccurredAt other) {
        return new Draft(identity, accountId, type, amount, billing, other, merchant, originalId);
    }

    public Draft amount(long minor, String currency) {
        return new Draft(identity, accountId, type, money(minor, currency), billing, occurredAt, merchant, originalId);
    }

    public Draft billed(long minor, String currency) {
        return new Draft(
                identity,
                accountId,
                type,
                amount,
                Optional.of(money(minor, currency)),
                occurredAt,
                merchant,
                originalId);
    }

    public Draft type(TransactionType other) {
        return new Draft(identity, accountId, other, amount, billing, occurredAt, merchant, originalId);
    }

    public Draft merchant(String name, Optional<String> country) {
        return new Draft(
                identity,
                accountId,
                type,
                amount,
                billing,
                occurredAt,
                Optional.of(new Merchant(name, Optional.empty(), country)),
                originalId);
    }

    public Draft withoutMerchant() {
        return new Draft(identity, accountId, type, amount, billing, occurredAt, Optional.empty(), originalId);
    }

    /** A refund or chargeback of that transaction. */
    public Draft undoing(String original, TransactionType by) {
        return new Draft(identity, accountId, by, amount, billing, occurredAt, merchant, Optional.of(original));
    }

    public Transaction transaction() {
        return new Transaction(
                identity,
                type,
                amount,
                billing,
                accountId,
                occurredAt,
                merchant,
                Optional.empty(),
                Optional.empty(),
                originalId,
                new TreeMap<>());
    }

    private static Money money(long minor, String currency) {
        return new Money(minor, Currency.of(currency).orElseThrow());
    }
}
