package dev.sluice.cli;

import static dev.sluice.cli.Ran.sluiceOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.LocalPipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What enrichment finds in a few transactions, and how it is told. */
class FindingsCommandTest {

    private static final Path MAPPING = Path.of("..", "samples", "birmingham-purchase-cards.yaml");

    @TempDir
    private static Path data;

    private static Ran replayed;

    @BeforeAll
    static void replay() throws IOException {
        var rows = Files.writeString(data.resolve("rows.jsonl"), String.join("\n", lines()));
        try (var pipeline = LocalPipeline.start(data, 0)) {
            assertThat(pipeline.url()).isNotNull();
            // One after the other: which of two is a duplicate of which depends on what is stored first.
            replayed = sluiceOn(data, "replay", rows.toString(), "--concurrency", "1", "--json");
        }
    }

    private static String[] lines() {
        var lines = new String[10];
        lines[0] = payment("large", "20000.00", "GBP", "Gold <b>| Bars");
        lines[1] = payment("twice-1", "12.50", "GBP", "Corner Shop");
        lines[2] = payment("twice-2", "12.50", "GBP", "Corner Shop");
        for (var i = 3; i < 10; i++) {
            lines[i] = abroad("abroad-" + i, i == 9 ? "100.00" : "80.0" + i);
        }
        return lines;
    }

    private static String payment(String id, String amount, String currency, String merchant) {
        return "{\"id\":\"" + id + "\",\"type\":\"payment\",\"amount\":\"" + amount + "\",\"currency\":\"" + currency
                + "\",\"accountId\":\"a-1\",\"occurredAt\":\"2026-01-05\",\"merchant\":{\"name\":\"" + merchant
                + "\"}}";
    }

    private static String abroad(String id, String billed) {
        return "{\"id\":\"" + id
                + "\",\"type\":\"payment\",\"amount\":\"90.00\",\"currency\":\"EUR\",\"billingAmount\":\""
                + billed + "\",\"billingCurrency\":\"GBP\",\"accountId\":\"a-2\",\"occurredAt\":\"2026-01-0"
                + id.charAt(id.length() - 1) + "\",\"merchant\":{\"name\":\"" + id + "\"}}";
    }

    @Test
    void aReplayWaitsForTheRiskRulesAndCountsWhatTheyFlagged() throws IOException {
        assertThat(replayed.json().text("/stored")).contains("10");
        assertThat(replayed.json().text("/flagged")).contains("1");
        var status = sluiceOn(data, "status", "--json").json();
        assertThat(status.text("/waiting/all")).contains("0");
        assertThat(status.text("/waiting/oldestDue")).isEmpty();
        assertThat(status.text("/stages/2/done")).contains("10");
        assertThat(status.text("/stages/3/done")).contains("1");
        assertThat(status.text("/stages/4/done")).contains("1");
    }

    @Test
    void flaggedOnesAreToldWithTheirReasons() throws IOException {
        var ran = sluiceOn(data, "findings");
        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .containsPattern("flagged +1")
                .containsPattern("large_amount +1 +1")
                .contains("Flagged: 1")
                .contains("20,000.00 GBP")
                .contains("+50 large_amount: ");

        var json = sluiceOn(data, "findings", "--json").json();
        assertThat(json.text("/topFlagged/0/id")).contains("large");
        assertThat(json.text("/topFlagged/0/reasons/0/code")).contains("large_amount");
        assertThat(json.text("/flagged")).contains("1");
    }

    @Test
    void ofTwoThatAreAlikeThePairIsListedOnce() throws IOException {
        var json = sluiceOn(data, "findings", "--json").json();

        assertThat(json.items("/topDuplicates")).hasSize(1);
        assertThat(json.text("/topDuplicates/0/id").orElseThrow()
                        + json.text("/topDuplicates/0/suspectedDuplicateOf").orElseThrow())
                .contains("twice-1", "twice-2");
        assertThat(sluiceOn(data, "findings").out()).contains("twice-1").contains("twice-2");
    }

    @Test
    void theRateThatIsFurthestOffComesFirst() throws IOException {
        var json = sluiceOn(data, "findings", "--json", "--top", "1").json();

        assertThat(json.items("/topRates")).hasSize(1);
        assertThat(json.text("/topRates/0/id")).contains("abroad-9");
        assertThat(json.text("/topRates/0/deviation").orElseThrow()).startsWith("0.24");
        assertThat(sluiceOn(data, "findings").out()).contains("+24.").contains("(90.00 EUR)");
    }

    @Test
    void thePageIsMarkdownWhateverAMerchantIsCalledAndEndsWithTheAttribution() {
        var ran = sluiceOn(data, "findings", "--markdown", "--mapping", MAPPING.toString());

        assertThat(ran.out())
                .contains("## Flagged")
                .contains("Gold &lt;b>\\| Bars")
                .contains("| `large_amount` | 1 | 1 |");
        assertThat(ran.out().strip().lines().toList().getLast()).contains("Open Government Licence");
    }

    @Test
    void usersMistakesAreToldAndExitWithTwo() {
        assertThat(sluiceOn(data, "findings", "--json", "--markdown").err()).contains("choose one");
        assertThat(sluiceOn(data, "findings", "--top", "-1").exitCode()).isEqualTo(2);
        assertThat(sluiceOn(data.resolve("none"), "findings").err()).contains("no pipeline has run in");
    }
}
