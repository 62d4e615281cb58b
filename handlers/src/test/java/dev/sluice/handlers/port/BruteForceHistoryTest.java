package dev.sluice.handlers.port;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.transaction.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the contract says by hand also holds of what it compares everything else with. */
class BruteForceHistoryTest extends AccountHistoryContract {

    private final List<Transaction> kept = new ArrayList<>();

    @Override
    protected TransactionStore store() {
        return this::keep;
    }

    @Override
    protected AccountHistory history() {
        return this::facts;
    }

    private synchronized Storing keep(Arrival arrival) {
        var transaction = arrival.enriched().transaction();
        var same = kept.stream()
                .filter(t -> t.identity().equals(transaction.identity()))
                .findFirst();
        if (same.isPresent()) {
            return same.get().equals(transaction)
                    ? new Storing.Duplicate()
                    : new Storing.Conflict(Samples.enriched(same.get()).fingerprint());
        }
        kept.add(transaction);
        return new Storing.Stored();
    }

    private synchronized AccountFacts facts(Transaction transaction, Instant now) {
        var ofSource = kept.stream()
                .filter(t -> t.identity().source().equals(transaction.identity().source()))
                .toList();
        var ofAccount = ofSource.stream()
                .filter(t -> t.accountId().equals(transaction.accountId()))
                .toList();
        return BruteForceHistory.of(transaction, ofAccount, ofSource, now);
    }
}
