package dev.sluice.simulation.law;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.EffectiveRate;
import dev.sluice.domain.history.Likeness;
import dev.sluice.domain.history.Original;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a history has to say, found by looking at every single transaction. */
final class BruteForceHistory {

    private static final Comparator<Transaction> ORDER = Comparator.comparing(
                    (Transaction t) -> t.occurredAt().start())
            .thenComparing(t -> t.identity().id());

    private BruteForceHistory() {}

    /**
     * The facts about one transaction.
     *
     * @param account all that is stored of its account, it among them, in the order it was stored
     * @param everything all that is stored of its source at the same moment: what a refund undoes may be another account's
     */
    static AccountFacts of(
            Transaction transaction, List<Transaction> account, Collection<Transaction> everything, Instant at) {
        return new AccountFacts(
                new AsOf(account.size(), at),
                windows(transaction, account),
                account.stream()
                        .filter(t -> ORDER.compare(t, transaction) < 0)
                        .max(ORDER)
                        .map(t -> t.occurredAt().start()),
                firstSeen(transaction, account),
                alike(transaction, account),
                rates(transaction, account),
                original(transaction, everything));
    }

    private static Map<Window, List<Activity>> windows(Transaction transaction, List<Transaction> account) {
        var windows = new EnumMap<Window, List<Activity>>(Window.class);
        var end = transaction.occurredAt().start();
        for (var window : Window.values()) {
            var start = end.minus(window.length());
            var activities = new TreeMap<String, Activity>();
            for (var t : account) {
                var when = t.occurredAt().start();
                if (when.isAfter(start) && !when.isAfter(end)) {
                    var currency = t.billed().currency();
                    activities.merge(
                            currency.code(),
                            new Activity(1, Total.zero(currency).plus(t.billed())),
                            (one, other) -> new Activity(
                                    one.count() + other.count(), one.sum().plus(other.sum())));
                }
            }
            windows.put(window, List.copyOf(activities.values()));
        }
        return windows;
    }

    private static Set<Seen.Kind> firstSeen(Transaction transaction, List<Transaction> account) {
        var first = EnumSet.noneOf(Seen.Kind.class);
        for (var seen : Seen.in(transaction)) {
            var was = account.stream().filter(t -> Seen.in(t).contains(seen)).findFirst();
            if (was.filter(t -> t.identity().equals(transaction.identity())).isPresent()) {
                first.add(seen.kind());
            }
        }
        return first;
    }

    private static Optional<String> alike(Transaction transaction, List<Transaction> account) {
        return Likeness.of(transaction)
                .flatMap(likeness -> account.stream()
                        .filter(t -> !t.identity().equals(transaction.identity()))
                        .filter(t -> Likeness.of(t)
                                .filter(other -> other.key().equals(likeness.key()))
                                .isPresent())
                        .filter(t -> !t.occurredAt().start().isBefore(likeness.from()))
                        .filter(t -> !t.occurredAt().start().isAfter(likeness.to()))
                        .min(ORDER)
                        .map(t -> t.identity().id()));
    }

    private static List<BigDecimal> rates(Transaction transaction, List<Transaction> account) {
        var pair = EffectiveRate.of(transaction).map(EffectiveRate::pair);
        return account.stream()
                .filter(t -> ORDER.compare(t, transaction) < 0)
                .sorted(ORDER.reversed())
                .flatMap(t -> EffectiveRate.of(t).stream())
                .filter(rate -> pair.filter(rate.pair()::equals).isPresent())
                .limit(AccountFacts.MOST_RATES)
                .map(EffectiveRate::rate)
                .toList();
    }

    private static Optional<Original> original(Transaction transaction, Collection<Transaction> everything) {
        if (!transaction.type().namesOriginal()) {
            return Optional.empty();
        }
        var source = transaction.identity().source();
        return transaction
                .originalId()
                .flatMap(id -> everything.stream()
                        .filter(t -> t.identity().equals(new Identity(source, id)))
                        .findFirst()
                        .map(original -> new Original(
                                original.amount(),
                                everything.stream()
                                        .filter(t -> t.type().namesOriginal()
                                                && t.identity().source().equals(source)
                                                && t.originalId()
                                                        .filter(id::equals)
                                                        .isPresent()
                                                && t.amount()
                                                        .currency()
                                                        .equals(original.amount()
                                                                .currency()))
                                        .reduce(
                                                Total.zero(original.amount().currency()),
                                                (sum, t) -> sum.plus(t.amount()),
                                                Total::plus))));
    }
}
