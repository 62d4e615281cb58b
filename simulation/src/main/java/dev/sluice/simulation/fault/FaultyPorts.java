package dev.sluice.simulation.fault;

import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.AccountHistory;
import dev.sluice.handlers.port.AlertLedger;
import dev.sluice.handlers.port.AlertTopic;
import dev.sluice.handlers.port.Assessing;
import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.DeadLetters;
import dev.sluice.handlers.port.NotificationQueue;
import dev.sluice.handlers.port.SourceSecrets;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.port.TransactionTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The ports, each of whose calls may go wrong. */
public final class FaultyPorts {

    /** What a port is called in traces and outages. */
    public static final List<String> NAMES =
            List.of("secrets", "topic", "store", "history", "assessments", "queue", "alerts", "ledger", "file");

    private final Calls calls;

    public FaultyPorts(Calls calls) {
        this.calls = calls;
    }

    public SourceSecrets secrets(SourceSecrets real) {
        return source -> calls.port("secrets", "of", () -> real.of(source));
    }

    public TransactionTopic topic(TransactionTopic real) {
        return announcement -> calls.port("topic", "publish", () -> real.publish(announcement));
    }

    public TransactionStore store(TransactionStore real) {
        return arrival -> calls.port("store", "store", () -> real.store(arrival));
    }

    public NotificationQueue queue(NotificationQueue real) {
        return notification -> calls.port("queue", "send", () -> real.send(notification));
    }

    public AlertTopic alerts(AlertTopic real) {
        return alert -> calls.port("alerts", "publish", () -> real.publish(alert));
    }

    public AccountHistory history(AccountHistory real) {
        return new AccountHistory() {
            @Override
            public AccountFacts of(Transaction transaction, Instant now) {
                return calls.port("history", "of", () -> real.of(transaction, now));
            }
        };
    }

    public Assessments assessments(Assessments real) {
        return new Assessments() {
            @Override
            public Assessing write(Identity identity, Assessment assessment, Instant at) {
                return calls.port("assessments", "write", () -> real.write(identity, assessment, at));
            }

            @Override
            public void notified(Identity identity) {
                calls.port("assessments", "notified", () -> real.notified(identity));
            }
        };
    }

    public AlertLedger ledger(AlertLedger real) {
        return new AlertLedger() {
            @Override
            public Claim claim(Identity identity, String alertId, Instant now, Instant until) {
                return calls.port("ledger", "claim", () -> real.claim(identity, alertId, now, until));
            }

            @Override
            public void published(Identity identity, String alertId, Instant at) {
                calls.port("ledger", "published", () -> real.published(identity, alertId, at));
            }
        };
    }

    public DeadLetters deadLetters(DeadLetters real) {
        return new DeadLetters() {
            @Override
            public List<Held> take(int most, Duration hold) {
                return calls.port("deadLetters", "take", () -> real.take(most, hold));
            }

            @Override
            public void remove(Held letter) {
                calls.port("deadLetters", "remove", () -> real.remove(letter));
            }

            @Override
            public void putBack(Held letter, String reason) {
                calls.port("deadLetters", "putBack", () -> real.putBack(letter, reason));
            }
        };
    }
}
