package dev.sluice.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.cli.client.Unreachable;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.mapping.MappingFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {

    private static final String MAPPING = """
            name: x
            source: {format: csv}
            type: {whenNegative: credit, otherwise: payment}
            fields:
              amount: {column: N, sign: drop}
              currency: {constant: GBP}
              accountId: {column: A}
              occurredAt: {constant: 2026-01-01}
            """;

    @TempDir
    private Path folder;

    private final FakePipeline pipeline = new FakePipeline();
    private Path file;

    @BeforeEach
    void writeFile() throws Exception {
        file = Files.writeString(folder.resolve("f.csv"), "N,A\n10.5,a\n10.5,a\n-0.25,a\n0,a\nmany,a\n7,a\n");
    }

    private Plan plan(boolean resume, int concurrency) throws Exception {
        return new Plan(
                file,
                FileFacts.of(file),
                Optional.of(MappingFile.parse("m", MAPPING)),
                folder.resolve("state"),
                folder.resolve("report"),
                Double.POSITIVE_INFINITY,
                concurrency,
                resume);
    }

    private Summary replay(boolean resume) throws Exception {
        return new Replay(pipeline, pipeline, acceptedBy -> 0, clock(), Meter.SILENT).run(plan(resume, 1));
    }

    private static Clock clock() {
        return Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    }

    @Test
    void everyRowIsAccountedFor() throws Exception {
        var summary = replay(true);

        assertThat(summary.read()).isEqualTo(6);
        assertThat(summary.accepted()).isEqualTo(4);
        assertThat(summary.stored()).isEqualTo(4);
        assertThat(summary.flagged()).isEqualTo(4);
        assertThat(summary.duplicates()).isZero();
        assertThat(summary.rejected()).isEqualTo(Map.of("amount_positive", 1L, "row_unreadable", 1L));
        assertThat(summary.totals()).isEqualTo(Map.of("GBP", "27.75"));
        assertThat(summary.billed()).isEqualTo(Map.of("GBP", "27.75"));
        assertThat(summary.isClean()).isFalse();
    }

    @Test
    void theSummaryHasTheKeysThatProgramsExpect() throws Exception {
        var written = JsonText.compact(replay(true).json());

        assertThat(written.replaceAll("\"seconds\":[0-9]+\\.[0-9]{3}", "\"seconds\":0"))
                .isEqualTo(
                        "{\"read\":6,\"accepted\":4,\"duplicates\":0,"
                                + "\"rejected\":{\"amount_positive\":1,\"row_unreadable\":1},\"stored\":4,\"flagged\":4,"
                                + "\"deadLettered\":0,\"totals\":{\"GBP\":\"27.75\"},\"billed\":{\"GBP\":\"27.75\"},\"seconds\":0}");
        assertThat(JsonText.compact(JsonText.read(Files.readAllBytes(folder.resolve("report/summary.json")))))
                .isEqualTo(written);
    }

    @Test
    void rejectedRowsAreListedWithEveryReasonAndNoValue() throws Exception {
        assertThat(replay(true).rejected()).hasSize(2);

        assertThat(Files.readAllLines(folder.resolve("report/rejected.csv")))
                .startsWith("line,row,code,pointer,detail")
                .containsExactlyInAnyOrder(
                        "line,row,code,pointer,detail",
                        "5,4,amount_positive,/amount,must be positive",
                        "5,4,other,/type,also this",
                        "6,5,row_unreadable,/amount,column 'N' does not hold a number with the decimal sign '.'");
    }

    @Test
    void aSecondReplaySendsEverythingAgainAndFindsItAllStored() throws Exception {
        assertThat(replay(true).stored()).isEqualTo(4);
        var again = replay(true);

        assertThat(pipeline.sent).hasSize(10);
        assertThat(again.accepted()).isEqualTo(4);
        assertThat(again.duplicates()).isEqualTo(4);
        assertThat(again.stored()).isZero();
        assertThat(again.totals()).isEqualTo(Map.of("GBP", "27.75"));
    }

    @Test
    void anInterruptedReplayGoesOnAndItsSummaryCoversTheWholeFile() throws Exception {
        pipeline.goesAwayAfter = 2;
        assertThatThrownBy(() -> replay(true)).isInstanceOf(Unreachable.class);
        pipeline.goesAwayAfter = Integer.MAX_VALUE;
        var summary = replay(true);

        assertThat(pipeline.sent).hasSize(5).doesNotHaveDuplicates();
        assertThat(summary.accepted()).isEqualTo(4);
        assertThat(summary.stored()).isEqualTo(4);
        assertThat(summary.totals()).isEqualTo(Map.of("GBP", "27.75"));
    }

    @Test
    void withoutResumingEverythingIsSentAgain() throws Exception {
        pipeline.goesAwayAfter = 2;
        assertThatThrownBy(() -> replay(true)).isInstanceOf(Unreachable.class);
        pipeline.goesAwayAfter = Integer.MAX_VALUE;

        assertThat(replay(false).accepted()).isEqualTo(4);
        assertThat(pipeline.sent).hasSize(7);
    }

    @Test
    void aRowWhoseFirstAnswerGotLostIsStoredAndNoDuplicate() throws Exception {
        pipeline.losesTheNextAnswer = true;
        var summary = replay(true);

        assertThat(summary.stored()).isEqualTo(4);
        assertThat(summary.duplicates()).isZero();
    }

    @Test
    void whatNeverAppearsAlthoughNothingWaitsIsDeadLettered() throws Exception {
        pipeline.deadLetters.add(new RowIds(FileFacts.of(file).sha256()).of(2));
        var summary = replay(true);

        assertThat(summary.deadLettered()).isEqualTo(1);
        assertThat(summary.stored()).isEqualTo(3);
    }

    @Test
    void otherContentUnderTheSameIdIsAConflict() throws Exception {
        pipeline.send(
                new RowIds(FileFacts.of(file).sha256()).of(1), "{\"amount\":\"5\"}".getBytes(StandardCharsets.UTF_8));
        var summary = replay(true);

        assertThat(summary.conflicts()).isEqualTo(1);
        assertThat(summary.stored()).isEqualTo(3);
        assertThat(summary.isClean()).isFalse();
    }

    @Test
    void itWaitsForWhatIsStillUnderWay() throws Exception {
        var asked = new AtomicInteger();
        var late = new RowIds(FileFacts.of(file).sha256()).of(6);
        Archive archive = id -> id.equals(late) && asked.get() < 3 ? Optional.empty() : pipeline.find(id);
        var summary = new Replay(
                        pipeline, archive, acceptedBy -> asked.incrementAndGet() < 3 ? 1 : 0, clock(), Meter.SILENT)
                .run(plan(true, 8));

        assertThat(summary.stored()).isEqualTo(4);
    }

    @Test
    void progressIsShown() throws Exception {
        var shown = new ConcurrentLinkedQueue<String>();
        Meter meter = (task, done, of) -> shown.add(task + " " + done);
        var summary = new Replay(pipeline, pipeline, acceptedBy -> 0, clock(), meter).run(plan(true, 1));

        assertThat(summary.read()).isEqualTo(6);
        assertThat(shown).contains("sending 6", "settling 4");
    }
}
