package dev.sluice.domain.submission;

import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Card;
import dev.sluice.domain.transaction.Counterparty;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a sender wrote, field by field, unknown fields included: they are looked through for card numbers, then
 * dropped.
 *
 * @param source who sent it, as authenticated
 */
public record Submission(String source, Written.Group root) {

    /**
     * An accepted transaction, written as its sender could have: it is accepted again, as itself, under a policy with
     * the same zone.
     */
    public static Submission of(Transaction transaction) {
        var root = new LinkedHashMap<String, Written>();
        root.put("id", text(transaction.identity().id()));
        root.put("type", text(transaction.type().code()));
        root.put("amount", amount(transaction.amount()));
        root.put("currency", currency(transaction.amount()));
        transaction.billing().ifPresent(billing -> {
            root.put("billingAmount", amount(billing));
            root.put("billingCurrency", currency(billing));
        });
        root.put("accountId", text(transaction.accountId()));
        root.put("occurredAt", occurredAt(transaction.occurredAt()));
        transaction.merchant().ifPresent(merchant -> root.put("merchant", merchant(merchant)));
        transaction.card().ifPresent(card -> root.put("card", card(card)));
        transaction.counterparty().ifPresent(counterparty -> root.put("counterparty", counterparty(counterparty)));
        transaction.originalId().ifPresent(original -> root.put("originalId", text(original)));
        root.put("metadata", metadata(transaction.metadata()));
        return new Submission(transaction.identity().source(), new Written.Group(root));
    }

    private static Written text(String value) {
        return new Written.Text(value);
    }

    private static Written amount(Money money) {
        return text(money.toPlainString());
    }

    private static Written currency(Money money) {
        return text(money.currency().code());
    }

    private static Written occurredAt(OccurredAt at) {
        return switch (at) {
            case OccurredAt.Moment(var instant) -> text(instant.toString());
            case OccurredAt.Day(var day, var zone) -> text(day.toString());
        };
    }

    private static Written merchant(Merchant merchant) {
        return group(
                Map.of("name", Optional.of(merchant.name()), "mcc", merchant.mcc(), "country", merchant.country()));
    }

    private static Written card(Card card) {
        return group(Map.of("bin", card.bin(), "last4", Optional.of(card.last4())));
    }

    private static Written counterparty(Counterparty counterparty) {
        return group(Map.of("iban", Optional.of(counterparty.iban().value())));
    }

    private static Written group(Map<String, Optional<String>> members) {
        var group = new LinkedHashMap<String, Written>();
        members.forEach((name, value) -> value.ifPresent(text -> group.put(name, text(text))));
        return new Written.Group(group);
    }

    private static Written metadata(Map<String, String> metadata) {
        var group = new LinkedHashMap<String, Written>();
        metadata.forEach((key, value) -> group.put(key, text(value)));
        return new Written.Group(group);
    }
}
