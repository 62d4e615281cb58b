package dev.sluice.domain.risk;

import dev.sluice.domain.enrichment.ContextualEnrichment;
import dev.sluice.domain.enrichment.ReferenceEnrichment;
import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import java.util.List;
import java.util.Optional;

/** All that is known of a transaction when its risk is told. */
public record Evidence(Transaction transaction, ReferenceEnrichment reference, ContextualEnrichment context) {

    boolean hasTimeOfDay() {
        return switch (transaction.occurredAt()) {
            case OccurredAt.Moment moment -> true;
            case OccurredAt.Day day -> false;
        };
    }

    /** Whether the account pays: what comes back to it is no spending, however much it is. */
    boolean isSpending() {
        return switch (transaction.type()) {
            case PAYMENT, TRANSFER, WITHDRAWAL, FEE, ADJUSTMENT -> true;
            case REFUND, CREDIT, DEPOSIT, CHARGEBACK -> false;
        };
    }

    /** How many transactions the account made in a window, this one included, whatever they were billed in. */
    long count(Window window) {
        var count = 0L;
        for (var line : lines(window)) {
            count += line.count();
        }
        return count;
    }

    /** What the account did in a window in the currency that this transaction is billed in, this one included. */
    Optional<Activity> activity(Window window) {
        var currency = transaction.billed().currency();
        for (var line : lines(window)) {
            if (line.sum().currency().equals(currency)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private List<Activity> lines(Window window) {
        return context.windows().getOrDefault(window, List.of());
    }
}
