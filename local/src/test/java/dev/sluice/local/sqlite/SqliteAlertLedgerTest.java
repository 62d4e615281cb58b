package dev.sluice.local.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.transaction.Identity;
import dev.sluice.handlers.port.AlertLedger;
import dev.sluice.handlers.port.AlertLedgerContract;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAlertLedgerTest extends AlertLedgerContract {

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open(folder.resolve("test.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    protected AlertLedger ledger() {
        return new SqliteAlertLedger(database);
    }

    @Test
    void whatAProcessThatEndedHadClaimedIsFreeAtTheNextStartAndWhatItRecordedIsNot() {
        var ledger = new SqliteAlertLedger(database);
        var identity = new Identity("default", "t-1");
        ledger.claim(identity, "open", Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
        ledger.claim(identity, "done", Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
        ledger.published(identity, "done", Instant.EPOCH);

        ledger.voidClaims();
        assertThat(ledger.claim(identity, "open", Instant.EPOCH, Instant.EPOCH.plusSeconds(60)))
                .isEqualTo(AlertLedger.Claim.GRANTED);
        assertThat(ledger.claim(identity, "done", Instant.EPOCH, Instant.EPOCH.plusSeconds(60)))
                .isEqualTo(AlertLedger.Claim.PUBLISHED);
    }
}
