package dev.sluice.handlers.aws;

import dev.sluice.domain.history.Activity;
import dev.sluice.domain.history.AsOf;
import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.history.Original;
import dev.sluice.domain.history.Seen;
import dev.sluice.domain.history.Stretch;
import dev.sluice.domain.history.Stretches;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.money.Total;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The items that say, all of one moment, what an account has done up to one of its transactions.
 *
 * @param items by their keys; empty where there is none
 */
record MomentOfHistory(Transaction transaction, Map<Map<String, AttributeValue>, Map<String, AttributeValue>> items) {

    /**
     * Counts for the windows (4 items for their common end, 3, 4 and 4 for their beginnings, 2 for whole days), the head,
     * the merchant, the original and its returns. DynamoDB takes 100.
     */
    static final int MOST_ITEMS = 21;

    /** The keys of the items; which they are follows from the transaction alone. */
    static List<Map<String, AttributeValue>> keys(Transaction transaction) {
        var keys = new LinkedHashSet<Map<String, AttributeValue>>();
        keys.add(inAccount(transaction, TableKeys.HEAD));
        for (var seen : Seen.in(transaction)) {
            keys.add(inAccount(transaction, SeenIn.of(seen).sort()));
        }
        counts(transaction).forEach(counts -> keys.add(inAccount(transaction, counts.sort())));
        original(transaction).ifPresent(original -> {
            keys.add(TableKeys.key(original, TableKeys.TRANSACTION));
            keys.add(TableKeys.key(original, TableKeys.RETURNS));
        });
        return List.copyOf(keys);
    }

    AsOf asOf(Instant now) {
        return new AsOf(number(item(TableKeys.HEAD), AccountItems.TRANSACTIONS), now);
    }

    Map<Window, List<Activity>> windows() {
        var counted = counts(transaction).stream()
                .flatMap(counts -> counts.read(item(counts.sort())).stream())
                .toList();
        var windows = new EnumMap<Window, List<Activity>>(Window.class);
        for (var window : Window.values()) {
            windows.put(window, within(stretches(transaction, window), counted));
        }
        return windows;
    }

    private static List<Activity> within(List<Stretch> stretches, List<CountsItem.Counted> counted) {
        var activities = new TreeMap<String, Activity>();
        for (var one : counted) {
            if (stretches.stream().anyMatch(stretch -> holds(stretch, one.bucket()))) {
                activities.merge(
                        one.sum().currency().code(),
                        new Activity(one.count(), one.sum()),
                        (a, b) -> new Activity(a.count() + b.count(), a.sum().plus(b.sum())));
            }
        }
        return List.copyOf(activities.values());
    }

    private static boolean holds(Stretch stretch, Bucket bucket) {
        return bucket.width() == stretch.width()
                && !bucket.start().isBefore(stretch.from())
                && bucket.start().isBefore(stretch.to());
    }

    Set<Seen.Kind> firstSeen() {
        var first = EnumSet.noneOf(Seen.Kind.class);
        for (var seen : Seen.in(transaction)) {
            var in = SeenIn.of(seen);
            if (in.first(item(in.sort()), transaction.identity().id())) {
                first.add(seen.kind());
            }
        }
        return first;
    }

    Optional<Original> original() {
        return original(transaction).flatMap(partition -> {
            var stored = items.getOrDefault(TableKeys.key(partition, TableKeys.TRANSACTION), Map.of());
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            var amount = TransactionItem.amount(stored);
            var returns = items.getOrDefault(TableKeys.key(partition, TableKeys.RETURNS), Map.of());
            var returned = CountsItem.sum(returns, amount.currency().code());
            return Optional.of(new Original(amount, new Total(returned, amount.currency())));
        });
    }

    private static Set<CountsItem> counts(Transaction transaction) {
        var counts = new LinkedHashSet<CountsItem>();
        for (var window : Window.values()) {
            stretches(transaction, window).forEach(stretch -> counts.addAll(CountsItem.holding(stretch)));
        }
        return counts;
    }

    private static List<Stretch> stretches(Transaction transaction, Window window) {
        var end = transaction.occurredAt().start();
        return Stretches.of(end.minus(window.length()), end);
    }

    private static Optional<String> original(Transaction transaction) {
        return transaction
                .originalId()
                .filter(id -> transaction.type().namesOriginal())
                .map(id -> TableKeys.partitionOf(
                        new Identity(transaction.identity().source(), id)));
    }

    private Map<String, AttributeValue> item(String sort) {
        return items.getOrDefault(inAccount(transaction, sort), Map.of());
    }

    private static Map<String, AttributeValue> inAccount(Transaction transaction, String sort) {
        return TableKeys.key(
                TableKeys.partitionOfAccount(transaction.identity().source(), transaction.accountId()), sort);
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null ? 0 : Long.parseLong(value.n());
    }
}
