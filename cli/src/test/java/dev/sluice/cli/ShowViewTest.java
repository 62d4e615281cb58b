package dev.sluice.cli;

import static dev.sluice.cli.Ran.sluiceOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.LocalPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One transaction hop by hop. */
class ShowViewTest {

    @TempDir
    private Path data;

    private LocalPipeline pipeline;

    @BeforeEach
    void start() {
        pipeline = LocalPipeline.start(data, 0);
    }

    @AfterEach
    void stop() {
        pipeline.close();
    }

    private void replay(String... lines) throws IOException {
        var rows = Files.writeString(data.resolve("rows.jsonl"), String.join("\n", lines));
        assertThat(sluiceOn(data, "replay", rows.toString(), "--no-resume", "--json")
                        .err())
                .isEmpty();
    }

    private static String payment(String id, String amount) {
        return """
                {"id":"%s","type":"payment","amount":"%s","currency":"GBP","accountId":"a","occurredAt":"2026-01-05T10:00:00Z","merchant":{"name":"Gold Bars","mcc":"5944","country":"GB"}}""".formatted(id, amount);
    }

    @Test
    void itsWayItsScoreAndWhatIsKnownAreTold() throws IOException {
        replay(payment("t-1", "20000.00"));

        var shown = sluiceOn(data, "show", "t-1");
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out())
                .contains("payment t-1 of default: NOTIFIED")
                .containsPattern("received +2.* correlation id ")
                .containsPattern("stored +2")
                .containsPattern("enriched +2.* knowing 1 transactions of the account")
                .contains("[##########..........] score 50 of 100")
                .contains("+50  large_amount: ")
                .containsPattern("alert +2.* default/t-1/large_amount")
                .containsPattern("country +United Kingdom")
                .containsPattern("within 24h +1 +20000.00 GBP")
                .containsPattern("first seen +merchant, country, currency")
                .contains("suspected duplicate of (none found)");
        assertThat(shown.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
    }

    @Test
    void conflictsAndDeadLettersAboutItAreToldAndOthersAreNot() throws IOException {
        replay(payment("t-1", "1.00"));
        replay(payment("t-1", "2.00"));
        var letters = new Letters(data);
        var mine = letters.put("processor", Letters.announcement("t-1", "3.00"), "Unavailable: no disk", Instant.now());
        letters.put("processor", Letters.announcement("t-11", "3.00"), "Unavailable: another", Instant.now());
        letters.put("enricher", position(1), "Unavailable: by position", Instant.now());
        letters.put("notifier", "t-1 is in what does not read", "Unavailable: unreadable", Instant.now());

        assertThat(sluiceOn(data, "show", "t-1").out())
                .containsPattern("conflict +2.* other content under this id")
                .containsPattern("alert +2")
                .contains("default/t-1/conflict/")
                .contains(mine + " of processor after 3 attempts: Unavailable: no disk")
                .contains("Unavailable: by position")
                .doesNotContain("another", "unreadable");
    }

    /** Where the record of a transaction lies in the stream; the first that was stored has row 1. */
    private static String position(long row) {
        return "{\"DDBStreamBatchInfo\":{\"startSequenceNumber\":\"" + row + "\"}}";
    }
}
