package dev.sluice.cli.findings;

import dev.sluice.cli.text.Printable;
import dev.sluice.domain.enrichment.RateDeviation;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.transaction.Merchant;
import dev.sluice.domain.transaction.OccurredAt;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.local.Findings.Found;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** What was found, word by word. */
final class Words {

    private Words() {}

    static String id(Found found) {
        return Printable.of(found.enriched().transaction().identity().id());
    }

    static String account(Found found) {
        return Printable.of(found.enriched().transaction().accountId());
    }

    static String when(Found found) {
        return when(found.enriched().transaction().occurredAt());
    }

    static String when(OccurredAt occurredAt) {
        return switch (occurredAt) {
            case OccurredAt.Day day -> day.day().toString();
            case OccurredAt.Moment moment -> Printable.of(moment.instant());
        };
    }

    static String merchant(Found found) {
        return Printable.of(
                found.enriched().transaction().merchant().map(Merchant::name).orElse("-"));
    }

    /**
     * What was billed, with its type where it is no payment, and in brackets what it was made in where that is another
     * currency.
     */
    static String amount(Found found) {
        var transaction = found.enriched().transaction();
        var type = transaction.type() == TransactionType.PAYMENT
                ? ""
                : " " + transaction.type().code();
        return money(transaction.billed()) + type + own(transaction);
    }

    private static String own(Transaction transaction) {
        return transaction.billed().currency().equals(transaction.amount().currency())
                ? ""
                : " (" + money(transaction.amount()) + ")";
    }

    static String money(Money money) {
        return String.format(
                        Locale.ROOT, "%,." + money.currency().minorUnits() + "f", new BigDecimal(money.toPlainString()))
                + " " + money.currency().code();
    }

    static String duplicateOf(Found found) {
        return found.assessment()
                .context()
                .suspectedDuplicateOf()
                .found()
                .map(Printable::of)
                .orElse("-");
    }

    static String rate(Found found) {
        return found.assessment()
                .context()
                .effectiveRate()
                .found()
                .map(BigDecimal::toPlainString)
                .orElse("-");
    }

    static String median(Found found) {
        return found.assessment()
                .context()
                .rateDeviation()
                .found()
                .map(deviation -> deviation.median().toPlainString() + " of " + deviation.rates())
                .orElse("-");
    }

    static String deviation(Found found) {
        return found.assessment()
                .context()
                .rateDeviation()
                .found()
                .map(RateDeviation::deviation)
                .map(deviation -> String.format(
                        Locale.ROOT, "%+.2f %%", deviation.movePointRight(2).setScale(2, RoundingMode.HALF_UP)))
                .orElse("-");
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
