package dev.sluice.domain.enrichment;

import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Card;
import dev.sluice.domain.transaction.Counterparty;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import java.util.Optional;
import java.util.SortedMap;

/** A transaction taken apart, so that a test can put another part in and make it whole again. */
final class Edit {

    Identity identity;
    TransactionType type;
    Money amount;
    Optional<Money> billing;
    String accountId;
    OccurredAt occurredAt;
    Optional<Merchant> merchant;
    Optional<Card> card;
    Optional<Counterparty> counterparty;
    Optional<String> originalId;
    SortedMap<String, String> metadata;

    Edit(Transaction t) {
        identity = t.identity();
        type = t.type();
        amount = t.amount();
        billing = t.billing();
        accountId = t.accountId();
        occurredAt = t.occurredAt();
        merchant = t.merchant();
        card = t.card();
        counterparty = t.counterparty();
        originalId = t.originalId();
        metadata = t.metadata();
    }

    Transaction made() {
        return new Transaction(
                identity,
                type,
                amount,
                billing,
                accountId,
                occurredAt,
                merchant,
                card,
                counterparty,
                originalId,
                metadata);
    }
}
