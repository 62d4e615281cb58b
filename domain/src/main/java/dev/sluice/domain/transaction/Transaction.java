package dev.sluice.domain.transaction;

import dev.sluice.domain.money.Money;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An accepted transaction: every law of validation holds for it.
 *
 * @param amount positive, in the currency it was made in
 * @param billing positive, in the currency the account is billed in, where that was stated
 * @param accountId 1–64 characters; an account belongs to its source
 * @param originalId the transaction that a refund or chargeback undoes
 * @param metadata at most 20 entries, sorted by key
 */
public record Transaction(
        Identity identity,
        TransactionType type,
        Money amount,
        Optional<Money> billing,
        String accountId,
        OccurredAt occurredAt,
        Optional<Merchant> merchant,
        Optional<Card> card,
        Optional<Counterparty> counterparty,
        Optional<String> originalId,
        SortedMap<String, String> metadata) {

    public Transaction {
        metadata = metadata.isEmpty()
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }

    /** What the account is billed: the billing side where stated, else the amount itself. */
    public Money billed() {
        return billing.orElse(amount);
    }
}
