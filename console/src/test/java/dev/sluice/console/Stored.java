package dev.sluice.console;

import dev.sluice.domain.risk.Assessment;
import dev.sluice.domain.risk.RiskReason;
import dev.sluice.domain.risk.RiskScore;
import dev.sluice.domain.transaction.Transaction;
import dev.sluice.handlers.port.Draft;
import dev.sluice.handlers.port.Samples;
import dev.sluice.local.sqlite.Database;
import dev.sluice.local.sqlite.SqliteAssessments;
import dev.sluice.local.sqlite.SqliteTransactionStore;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A file in memory in which transactions are stored and assessed as the pipeline does it. */
public record Stored(Database database) implements AutoCloseable {

    public static Stored nothing() {
        return new Stored(Database.inMemory());
    }

    public Stored with(Draft draft) {
        return with(draft, Samples.RECEIVED);
    }

    public Stored with(Draft draft, Instant receivedAt) {
        new SqliteTransactionStore(database, List.of())
                .store(Samples.arrival(draft.transaction(), receivedAt));
        return this;
    }

    /** Assesses one that is stored; it is flagged from 40 on. */
    public Stored scored(Transaction transaction, int score, String... reasons) {
        var sample = Samples.assessment(score, score >= 40);
        new SqliteAssessments(database)
                .write(
                        transaction.identity(),
                        new Assessment(
                                sample.context(),
                                new RiskScore(
                                        score,
                                        score >= 40,
                                        Stream.of(reasons)
                                                .map(code -> new RiskReason(code, 1, "a reason"))
                                                .toList())),
                        Samples.STORED.plusSeconds(1));
        return this;
    }

    @Override
    public void close() {
        database.close();
    }
}
