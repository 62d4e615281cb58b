package dev.sluice.simulation.world;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.AccountHistory;
import dev.sluice.handlers.port.AlertLedger;
import dev.sluice.handlers.port.AlertTopic;
import dev.sluice.local.sqlite.Database;
import dev.sluice.simulation.schedule.Scheduler;
import java.time.Instant;
import java.util.Set;

/** Ports of which the journal is told, beneath all faults: only what really happens is written there. */
final class Watched {

    private final Journal journal;
    private final Scheduler scheduler;
    private final Database file;
    private final Set<Identity> unreadable;

    /**
     * Those of a machine.
     *
     * @param unreadable transactions whose history cannot be read, ever
     */
    Watched(Journal journal, Scheduler scheduler, Database file, Set<Identity> unreadable) {
        this.journal = journal;
        this.scheduler = scheduler;
        this.file = file;
        this.unreadable = unreadable;
    }

    AccountHistory history(AccountHistory real) {
        return new AccountHistory() {
            @Override
            public AccountFacts of(Transaction transaction, Instant now) {
                if (unreadable.contains(transaction.identity())) {
                    throw new IllegalStateException(World.POISON + ": this history cannot be read");
                }
                var before = stored(transaction);
                var facts = real.of(transaction, now);
                var seen = facts.asOf().transactions();
                if (seen < before || seen > stored(transaction)) {
                    journal.breaks("the history for " + transaction.identity() + " was read as of " + seen
                            + " transactions when " + before + " were stored");
                }
                return facts;
            }
        };
    }

    private long stored(Transaction transaction) {
        return file.read(session -> session.row(
                        "SELECT count(*) FROM account_entries WHERE source = ? AND account_id = ?",
                        row -> row.getLong(1),
                        transaction.identity().source(),
                        transaction.accountId())
                .orElse(0L));
    }

    AlertLedger ledger(AlertLedger real) {
        return new AlertLedger() {
            @Override
            public Claim claim(Identity identity, String alertId, Instant now, Instant until) {
                var from = scheduler.turns();
                var steps = journal.clockStepsSoFar();
                var claim = real.claim(identity, alertId, now, until);
                if (claim == Claim.GRANTED) {
                    journal.granted(alertId, from, steps);
                }
                return claim;
            }

            @Override
            public void published(Identity identity, String alertId, Instant at) {
                real.published(identity, alertId, at);
                journal.recorded(alertId);
            }
        };
    }

    AlertTopic alerts(AlertTopic real) {
        return alert -> {
            journal.publishes(alert.alertId());
            real.publish(alert);
        };
    }
}
