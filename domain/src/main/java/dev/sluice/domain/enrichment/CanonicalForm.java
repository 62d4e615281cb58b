package dev.sluice.domain.enrichment;

import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Card;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything a sender wrote, in one order and one form, as a list of texts. Each is hashed as the length of its UTF-8
 * (four bytes, big-endian) followed by the UTF-8, so that no two lists give the same bytes.
 *
 * <p>The list is: source, id, type; the amount's minor units in decimal and its currency; the billing amount likewise;
 * accountId; {@code moment} and milliseconds since 1970-01-01T00:00Z, or {@code day} and the date without its zone; the
 * merchant's name, mcc and country; the card's bin and last4; the counterparty's IBAN; originalId; then the number of
 * metadata entries and, sorted by key, each key and its value. What can be left out is {@code 0}, or {@code 1} followed by
 * what was written; that goes for merchant and card as wholes and for their optional parts.
 */
final class CanonicalForm {

    private static final String LEFT_OUT = "0";
    private static final String WRITTEN = "1";

    private final List<String> parts = new ArrayList<>();

    private CanonicalForm() {}

    static List<String> of(Transaction transaction) {
        var form = new CanonicalForm();
        form.add(transaction.identity().source());
        form.add(transaction.identity().id());
        form.add(transaction.type().code());
        form.add(transaction.amount());
        form.addIfWritten(transaction.billing(), form::add);
        form.add(transaction.accountId());
        form.add(transaction.occurredAt());
        form.addIfWritten(transaction.merchant(), form::add);
        form.addIfWritten(transaction.card(), form::add);
        form.addIfWritten(
                transaction.counterparty(),
                counterparty -> form.add(counterparty.iban().value()));
        form.addIfWritten(transaction.originalId(), form::add);
        form.add(Integer.toString(transaction.metadata().size()));
        transaction.metadata().forEach((key, value) -> {
            form.add(key);
            form.add(value);
        });
        return List.copyOf(form.parts);
    }

    private void add(String text) {
        parts.add(text);
    }

    private void add(Money money) {
        add(Long.toString(money.minor()));
        add(money.currency().code());
    }

    private void add(OccurredAt at) {
        switch (at) {
            case OccurredAt.Moment(var instant) -> {
                add("moment");
                add(Long.toString(instant.toEpochMilli()));
            }
            case OccurredAt.Day(var day, var zone) -> {
                add("day");
                add(day.toString());
            }
        }
    }

    private void add(Merchant merchant) {
        add(merchant.name());
        addIfWritten(merchant.mcc(), this::add);
        addIfWritten(merchant.country(), this::add);
    }

    private void add(Card card) {
        addIfWritten(card.bin(), this::add);
        add(card.last4());
    }

    private <T> void addIfWritten(Optional<T> part, Consumer<T> write) {
        add(part.isPresent() ? WRITTEN : LEFT_OUT);
        part.ifPresent(write);
    }
}
