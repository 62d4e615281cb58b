package dev.sluice.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledPipelineTest {

    private static final int ROWS = 3_000;

    /** Rows a second: however fast the machine, the kill finds the replay in its middle. */
    private static final String SLOWLY = "500";

    private static final String MAPPING =
            Sluice.ROOT.resolve("samples/birmingham-purchase-cards.yaml").toString();

    @TempDir
    private Path folder;

    @Test
    void killedInTheMiddleOfAReplayAndStartedAgainItEndsWithTheSameTotals() throws IOException {
        var data = folder.resolve("data");
        var file = CardFile.write(folder.resolve("cards.csv"), ROWS);

        var killed = Sluice.up(data);
        var cutShort = CompletableFuture.supplyAsync(() -> replay(data, file, "--rate", SLOWLY));
        Await.until("some of it is stored", () -> storedSoFar(data) > ROWS / 10);
        killed.kill();
        assertThat(cutShort.join().exit()).as("a replay whose pipeline died").isNotZero();

        try (var again = Sluice.up(data)) {
            assertThat(again.process().isAlive()).isTrue();
            var whole = replay(data, file, "--rate", "100000");
            assertThat(whole.exit()).as(whole.err()).isZero();
            assertThat(whole.out())
                    .contains("\"read\":" + ROWS, "\"accepted\":" + ROWS, "\"deadLettered\":0")
                    .contains("\"totals\":{\"GBP\":\"" + file.netPounds() + "\"}");
            assertThat(storedSoFar(data)).isEqualTo(ROWS);
        }
    }

    private Sluice.Ended replay(Path data, CardFile file, String option, String value) {
        var ended = Sluice.run(
                folder,
                "replay",
                file.path().toString(),
                "--mapping",
                MAPPING,
                "--data",
                data.toString(),
                "--json",
                option,
                value);
        return new Sluice.Ended(ended.exit(), ended.out().replaceAll("\\s", ""), ended.err());
    }

    private String status(Path data) {
        return Sluice.run(folder, "status", "--data", data.toString(), "--json")
                .out()
                .replaceAll("\\s", "");
    }

    /** Of whatever status: the statuses are the members of one object. */
    private int storedSoFar(Path data) {
        var statuses = Pattern.compile("\"transactions\":\\{([^}]*)}").matcher(status(data));
        return statuses.find()
                ? Pattern.compile("[0-9]+")
                        .matcher(statuses.group(1))
                        .results()
                        .mapToInt(count -> Integer.parseInt(count.group()))
                        .sum()
                : 0;
    }
}
