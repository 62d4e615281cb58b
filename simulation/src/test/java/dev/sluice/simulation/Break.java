package dev.sluice.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.domain.history.AccountFacts;
import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.codec.NotificationJson;
import dev.sluice.handlers.codec.TransactionDocument;
import dev.sluice.handlers.port.AccountHistory;
import dev.sluice.handlers.port.AlertLedger;
import dev.sluice.handlers.port.Assessing;
import dev.sluice.handlers.port.Assessments;
import dev.sluice.handlers.port.Notification;
import dev.sluice.handlers.port.NotificationQueue;
import dev.sluice.handlers.port.Storing;
import dev.sluice.handlers.port.Trace;
import dev.sluice.handlers.port.TransactionStore;
import dev.sluice.handlers.port.TransactionTopic;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.delivery.Redrive;
import dev.sluice.local.delivery.Redriving;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import dev.sluice.simulation.world.Parts;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mistakes that people make in such pipelines, one each, from the first hop to the last. */
enum Break implements Parts {
    ACKNOWLEDGES_EARLY("the validator answers 202 before the message is in the file") {
        @Override
        public TransactionTopic topic(TransactionTopic real, Site site) {
            return announcement -> site.scheduler()
                    .spawn(
                            announcement.trace().correlationId() + " (publishes later)",
                            site.life(),
                            30,
                            () -> swallowing(() -> real.publish(announcement)));
        }
    },
    ACKNOWLEDGES_WHAT_FAILED("the validator answers 202 although the topic did not answer") {
        @Override
        public TransactionTopic topic(TransactionTopic real, Site site) {
            return announcement -> swallowing(() -> real.publish(announcement));
        }
    },
    FORGETS_THE_CONDITION("the store writes over what has the same id") {
        @Override
        public TransactionStore store(TransactionStore real, Site site) {
            return arrival -> {
                var storing = real.store(arrival);
                if (storing instanceof Storing.Conflict) {
                    var transaction = arrival.enriched().transaction();
                    site.database()
                            .write(session -> session.change(
                                    "UPDATE transactions SET document = ?, fingerprint = ? WHERE source = ? AND id = ?",
                                    TransactionDocument.write(arrival.enriched()),
                                    arrival.enriched().fingerprint(),
                                    transaction.identity().source(),
                                    transaction.identity().id()));
                }
                return storing;
            };
        }
    },
    COUNTS_WHAT_COMES_AGAIN("the store counts a duplicate as one more of its account") {
        @Override
        public TransactionStore store(TransactionStore real, Site site) {
            return arrival -> {
                var storing = real.store(arrival);
                if (storing instanceof Storing.Duplicate) {
                    var transaction = arrival.enriched().transaction();
                    site.database()
                            .write(session -> session.change(
                                    "UPDATE accounts SET transactions = transactions + 1"
                                            + " WHERE source = ? AND account_id = ?",
                                    transaction.identity().source(),
                                    transaction.accountId()));
                }
                return storing;
            };
        }
    },
    TELLS_THE_STREAM_APART("the store tells the stream in a second step") {
        @Override
        public TransactionStore store(TransactionStore real, Site site) {
            var silent = new SqliteTransactionStore(site.database(), List.of());
            return arrival -> {
                var storing = silent.store(arrival);
                if (storing instanceof Storing.Stored) {
                    var identity = arrival.enriched().transaction().identity();
                    site.database()
                            .write(session -> session.change(
                                    """
                                    INSERT INTO stream_records (function, shard, transaction_row)
                                    SELECT 'enricher', row % ?, row FROM transactions WHERE source = ? AND id = ?""", SqliteTransactionStore.SHARDS, identity.source(), identity.id()));
                }
                return storing;
            };
        }
    },
    KEEPS_CONFLICTS_TO_ITSELF("the processor takes a conflict for a duplicate") {
        @Override
        public TransactionStore store(TransactionStore real, Site site) {
            var silent = new SqliteTransactionStore(
                    site.database(), Pipeline.BLUEPRINT.readersOf(Pipeline.TRANSACTIONS_TABLE));
            return arrival ->
                    silent.store(arrival) instanceof Storing.Stored ? new Storing.Stored() : new Storing.Duplicate();
        }
    },
    FORGETS_DEAD_LETTERS("what the processor gives up on is kept nowhere") {
        @Override
        public void file(Database file) {
            trigger(file, """
                    CREATE TRIGGER forgets AFTER INSERT ON dead_letters WHEN new.queue = 'processor-dlq'
                    BEGIN DELETE FROM dead_letters WHERE number = new.number; END""");
        }
    },
    ACKNOWLEDGES_THE_STREAM("the enricher says that all of its batch is done") {
        @Override
        public RequestStreamHandler function(Function function, RequestStreamHandler real) {
            return function.equals(Pipeline.ENRICHER) ? saysAllIsDone(real) : real;
        }
    },
    READS_WHAT_IS_OLD("the enricher reads windows from a moment before") {
        @Override
        public AccountHistory history(AccountHistory real, Site site) {
            Map<String, AccountFacts> before = new HashMap<>();
            return (transaction, now) -> {
                var facts = real.of(transaction, now);
                var old = before.put(transaction.identity().source() + transaction.accountId(), facts);
                return old == null
                        ? facts
                        : new AccountFacts(
                                facts.asOf(),
                                old.windows(),
                                facts.previousAt(),
                                facts.firstSeen(),
                                facts.alike(),
                                facts.rates(),
                                facts.original());
            };
        }
    },
    ASSESSES_AGAIN("the enricher writes over an assessment that is there") {
        @Override
        public Assessments assessments(Assessments real, Site site) {
            return new Assessments() {
                @Override
                public Assessing write(Identity identity, Assessment assessment, Instant at) {
                    site.database()
                            .write(session -> session.change(
                                    "UPDATE transactions SET status = 'RECEIVED' WHERE source = ? AND id = ?",
                                    identity.source(),
                                    identity.id()));
                    return real.write(identity, assessment, at);
                }

                @Override
                public void notified(Identity identity) {
                    real.notified(identity);
                }
            };
        }
    },
    TELLS_BEFORE_IT_STORES("the enricher queues a notification before its assessment is stored") {
        @Override
        public Assessments assessments(Assessments real, Site site) {
            return new Assessments() {
                @Override
                public Assessing write(Identity identity, Assessment assessment, Instant at) {
                    if (assessment.risk().flagged()) {
                        var told = new Notification.Flagged(
                                identity, "", assessment.risk(), new Trace("early", Optional.empty()));
                        site.database().write(session -> session.change("""
                                        INSERT INTO queue_messages
                                          (queue, body, sent_at_ms, visible_at_ms, receives, in_flight)
                                        VALUES ('notifications', ?, ?, ?, 0, 0)""", NotificationJson.write(told), at, at));
                    }
                    return real.write(identity, assessment, at);
                }

                @Override
                public void notified(Identity identity) {
                    real.notified(identity);
                }
            };
        }
    },
    LOSES_WHAT_IT_QUEUES("the enricher goes on although the queue did not answer") {
        @Override
        public NotificationQueue queue(NotificationQueue real, Site site) {
            return notification -> swallowing(() -> real.send(notification));
        }
    },
    TAKES_FROM_THE_QUEUE_FIRST("a message is removed from the queue when it is received") {
        @Override
        public void file(Database file) {
            trigger(file, """
                    CREATE TRIGGER takes AFTER UPDATE OF in_flight ON queue_messages WHEN new.in_flight = 1
                    BEGIN DELETE FROM queue_messages WHERE number = new.number; END""");
        }
    },
    ACKNOWLEDGES_THE_QUEUE("the notifier says that all of its batch is done") {
        @Override
        public RequestStreamHandler function(Function function, RequestStreamHandler real) {
            return function.equals(Pipeline.NOTIFIER) ? saysAllIsDone(real) : real;
        }
    },
    FORGETS_THE_LEDGER("the notifier publishes an alert without asking whether it was") {
        @Override
        public AlertLedger ledger(AlertLedger real, Site site) {
            return new AlertLedger() {
                @Override
                public Claim claim(Identity identity, String alertId, Instant now, Instant until) {
                    return Claim.GRANTED;
                }

                @Override
                public void published(Identity identity, String alertId, Instant at) {
                    real.published(identity, alertId, at);
                }
            };
        }
    },
    RECORDS_BEFORE_IT_PUBLISHES("the notifier records an alert as published before it is") {
        @Override
        public AlertLedger ledger(AlertLedger real, Site site) {
            return new AlertLedger() {
                @Override
                public Claim claim(Identity identity, String alertId, Instant now, Instant until) {
                    var claim = real.claim(identity, alertId, now, until);
                    if (claim == Claim.GRANTED) {
                        real.published(identity, alertId, now);
                    }
                    return claim;
                }

                @Override
                public void published(Identity identity, String alertId, Instant at) {
                    real.published(identity, alertId, at);
                }
            };
        }
    },
    DELETES_BEFORE_IT_COPIES("a redrive removes the letter before its invocation is in the file") {
        @Override
        public Redriving redrive(Redrive real, long number, Database file) {
            record Row(
                    String queue,
                    String function,
                    String payload,
                    String reason,
                    int attempts,
                    long first,
                    long last) {}
            var letter = file.read(session -> session.row(
                    """
                    SELECT queue, function, payload, reason, attempts, first_failed_at_ms, last_failed_at_ms
                    FROM dead_letters WHERE number = ?""",
                    row -> new Row(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getLong(6),
                            row.getLong(7)),
                    number));
            if (letter.isEmpty()) {
                return new Redriving.Gone();
            }
            file.write(session -> session.change("DELETE FROM dead_letters WHERE number = ?", number));
            var kept = letter.get();
            file.write(session -> session.change(
                    """
                    INSERT INTO dead_letters (number, queue, function, payload, reason, attempts, first_failed_at_ms,
                      last_failed_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
                    number,
                    kept.queue(),
                    kept.function(),
                    kept.payload(),
                    kept.reason(),
                    kept.attempts(),
                    kept.first(),
                    kept.last()));
            return real.redrive(number, Optional.empty());
        }
    };

    private final String sentence;

    Break(String sentence) {
        this.sentence = sentence;
    }

    /** Within so many seeds it is to be found, whichever is the first. */
    long bound() {
        return 2_000;
    }

    String sentence() {
        return sentence;
    }

    private static void swallowing(Runnable call) {
        try {
            call.run();
        } catch (Unavailable e) {
            // That is the mistake.
        }
    }

    private static RequestStreamHandler saysAllIsDone(RequestStreamHandler real) {
        return (event, answer, context) -> {
            real.handleRequest(event, OutputStream.nullOutputStream(), context);
            answer.write("{\"batchItemFailures\":[]}".getBytes(StandardCharsets.UTF_8));
        };
    }

    private static void trigger(Database file, String sql) {
        file.write(session -> session.change(sql));
    }
}
