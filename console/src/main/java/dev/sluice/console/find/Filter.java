package dev.sluice.console.find;

import dev.sluice.console.row.Row;
import dev.sluice.domain.money.Currency;
import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.handlers.port.StoredTransaction.Status;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is looked for: a row is found where all that is given holds for it.
 *
 * @param id it is this or begins so
 * @param merchant the merchant's name has it in it, in capitals or not
 * @param from it occurred then or later
 * @param to it occurred then or earlier
 * @param least of its own currency at least so much
 * @param most of its own currency at most so much
 * @param reason code of a rule that fired
 */
record Filter(
        Optional<String> id,
        Optional<String> source,
        Optional<String> account,
        Optional<String> merchant,
        Optional<When> from,
        Optional<When> to,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        Optional<Currency> currency,
        Optional<TransactionType> type,
        Optional<Status> status,
        Optional<String> reason) {

    Filter {
        merchant = merchant.map(Filter::folded);
    }

    /** What somebody was told of is flagged, and stays so. */
    private static boolean is(Status status, Status wanted) {
        return status == wanted || (wanted == Status.FLAGGED && status == Status.NOTIFIED);
    }

    boolean accepts(Row row) {
        return holds(id, row.id()::startsWith)
                && holds(source, row.source()::equals)
                && holds(account, row.account()::equals)
                && holds(from, when -> when.isFrom(row))
                && holds(to, when -> when.isUpTo(row))
                // As decimals, so that 0.5 of a yen is no wrong question: it is between amounts.
                && holds(least, amount -> row.amount().amount().compareTo(amount) >= 0)
                && holds(most, amount -> row.amount().amount().compareTo(amount) <= 0)
                && holds(currency, row.amount().currency()::equals)
                && holds(type, wanted -> wanted.code().equals(row.type()))
                && holds(status, wanted -> is(row.status(), wanted))
                && holds(reason, row.reasons()::contains)
                && holds(
                        merchant,
                        part -> row.merchant()
                                .filter(name -> folded(name).contains(part))
                                .isPresent());
    }

    private static <T> boolean holds(Optional<T> wanted, Predicate<T> test) {
        return wanted.isEmpty() || test.test(wanted.get());
    }

    /** Without capitals in any script; by way of capitals, since some small letters have one capital between them. */
    private static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
