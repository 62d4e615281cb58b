package dev.sluice.handlers.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.history.Bucket;
import dev.sluice.domain.history.Stretches;
import dev.sluice.domain.history.Window;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.domain.transaction.TransactionType;
import dev.sluice.handlers.codec.AcceptedTransactions;
import dev.sluice.handlers.port.Draft;
import dev.sluice.handlers.port.Samples;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** How few items a transaction touches, whenever it occurred and whatever it says. */
class HistoryItemsProperties {

    @Property
    void noEnrichmentNeedsMoreThanTwentyOneItems(@ForAll("instants") Instant at) {
        var refund =
                Draft.of("t-1").at(at).undoing("t-0", TransactionType.REFUND).transaction();
        assertThat(MomentOfHistory.keys(refund))
                .hasSizeLessThanOrEqualTo(MomentOfHistory.MOST_ITEMS)
                .doesNotHaveDuplicates();
    }

    @Property
    void everyBucketThatATransactionIsCountedInLiesInAnItemThatItsWindowsRead(@ForAll("instants") Instant at) {
        var read = new HashSet<CountsItem>();
        for (var window : Window.values()) {
            Stretches.of(at.minus(window.length()), at).forEach(stretch -> read.addAll(CountsItem.holding(stretch)));
        }
        assertThat(Bucket.holding(at).stream().map(CountsItem::holding)).anyMatch(read::contains);
        assertThat(read).hasSizeBetween(2, MomentOfHistory.MOST_ITEMS - 4);
    }

    @Property(tries = 200)
    void noTransactionWritesAnItemTwiceOrMoreThanElevenBesideItself(@ForAll("transactions") Transaction transaction) {
        var writes = AccountItems.of("any", Samples.arrival(transaction));
        assertThat(writes).hasSizeBetween(6, AccountItems.MOST);
        assertThat(writes.stream().map(HistoryItemsProperties::key).toList()).doesNotHaveDuplicates();
    }

    private static Set<AttributeValue> key(TransactWriteItem write) {
        var item = write.put() == null ? write.update().key() : write.put().item();
        return Set.copyOf(Map.of("pk", item.get("pk"), "sk", item.get("sk")).values());
    }

    @Provide
    Arbitrary<Transaction> transactions() {
        return AcceptedTransactions.any();
    }

    @Provide
    Arbitrary<Instant> instants() {
        var any = Arbitraries.longs().between(-4_000_000_000_000L, 4_000_000_000_000L);
        var wholes = Arbitraries.of(1_000L, 60_000L, 3_600_000L, 86_400_000L, 32 * 86_400_000L);
        var around = Combinators.combine(any, wholes, Arbitraries.longs().between(-2, 2))
                .as((millis, whole, off) -> millis - Math.floorMod(millis, whole) + off);
        return Arbitraries.oneOf(any, around).map(Instant::ofEpochMilli);
    }
}
