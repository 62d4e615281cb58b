package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.LocalPipeline;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as their users meet them, against a real pipeline. */
class CommandsTest {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final String MAPPING =
            SAMPLES.resolve("birmingham-purchase-cards.yaml").toString();

    private static final String CONSOLE_LINK = "http://127\\.0\\.0\\.1:[0-9]+/console/#ticket=[A-Za-z0-9_-]{43}";

    @TempDir
    private static Path data;

    @TempDir
    private Path folder;

    private static LocalPipeline pipeline;

    @BeforeAll
    static void start() {
        pipeline = LocalPipeline.start(data, 0);
    }

    @AfterAll
    static void stop() {
        pipeline.close();
    }

    private static Ran run(String... args) {
        return Ran.sluice(args);
    }

    private static Ran onData(String... args) {
        return Ran.sluiceOn(data, args);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private String transaction(String id, String amount) throws IOException {
        return file(id + ".json", """
                        {"id":"%s","type":"payment","amount":"%s","currency":"GBP","accountId":"a",
                         "merchant":{"name":"x"},"occurredAt":"2026-01-01"}""".formatted(id, amount)).toString();
    }

    @Test
    void theSampleIsStoredWholeAndKnownTheSecondTime() throws Exception {
        var first = onData("replay", SAMPLES.resolve("birmingham-200.csv").toString(), "--mapping", MAPPING, "--json");

        assertThat(first.err()).isEmpty();
        assertThat(first.exitCode()).isZero();
        assertThat(first.json().text("/accepted")).contains("200");
        assertThat(first.json().text("/stored")).contains("200");
        assertThat(first.json().text("/totals/GBP")).contains("47186.14");
        assertThat(first.json().text("/totals/EUR")).contains("1189.62");
        assertThat(first.json().text("/billed/GBP")).contains("48971.69");

        var second = onData("replay", SAMPLES.resolve("birmingham-200.csv").toString(), "--mapping", MAPPING, "--json");
        assertThat(second.json().text("/accepted")).contains("200");
        assertThat(second.json().text("/duplicates")).contains("200");
        assertThat(second.json().text("/stored")).contains("0");
    }

    @Test
    void refusedRowsAreToldInTheTableAndTheExitCode() throws IOException {
        var rows = file("r.jsonl", "{\"id\":\"r-1\"}\nnot json\n");
        var ran = onData(
                "replay", rows.toString(), "--report", folder.resolve("out").toString(), "--rate", "1000/s");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("rejected: row_unreadable").contains("rejected.csv");
        assertThat(folder.resolve("out/rejected.csv")).content().contains("2,2,row_unreadable");
        assertThat(folder.resolve("out/summary.json")).exists();
    }

    @Test
    void aTransactionIsSentAndShown() throws IOException {
        var sent = onData("send", transaction("send-1", "1.50"));
        assertThat(sent.exitCode()).isZero();
        assertThat(sent.out()).startsWith("accepted send-1, received at ");

        await(() -> onData("show", "send-1").exitCode() == 0);
        assertThat(onData("show", "send-1").out()).contains("1.50").contains("weekend");

        assertThat(onData("show", "send-1", "--json", "--source", "default")
                        .json()
                        .text("/transaction/amount"))
                .contains("1.50");
    }

    @Test
    void theAnswerIsOneObjectWhereProgramsAsk() throws IOException {
        assertThat(onData("send", transaction("send-2", "1"), "--json").json().text("/status"))
                .contains("accepted");

        var refused = onData("send", transaction("send-3", "-1"), "--json");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.json().text("/errors/0/pointer")).contains("/amount");
    }

    @Test
    void everyViolationHasALine() throws IOException {
        var file = file("bad.json", "{\"id\":\"bad id\",\"type\":\"gift\"}");
        var ran = onData("send", file.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).startsWith("refused (422)").contains("/id").contains("/type");
    }

    @Test
    void whatIsNotThereIsNotShown() {
        var ran = onData("show", "nobody");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("no transaction nobody of source default is stored");
    }

    @Test
    void theStateOfAFolderIsTold() throws IOException {
        assertThat(onData("status").out()).contains("running").contains("dead letters");
        assertThat(onData("status", "--json").json().text("/running")).contains("true");
    }

    @Test
    void theDemonstrationStoresItsTransactionsAndShowsOne() {
        var ran = run("demo", "--data", folder.resolve("demo").toString());

        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .containsPattern("stored +200")
                .contains("EUR")
                .contains("masked card")
                .contains("sqlite3")
                .contains("a link to the console")
                .contains("Open Government Licence");
    }

    @Test
    void thePipelineRunsUntilItIsInterrupted() throws Exception {
        var up = folder.resolve("up");
        var out = new StringWriter();
        var thread = Thread.ofPlatform()
                .start(() -> assertThat(Main.commandLine()
                                .setOut(new PrintWriter(out, true))
                                .execute("up", "--data", up.toString(), "--port", "0"))
                        .isZero());
        await(() -> out.toString().contains("stop it with"));
        assertThat(out.toString())
                .contains("Sluice is ready.")
                .containsPattern(CONSOLE_LINK)
                .doesNotContain("whsec_")
                .doesNotContain("network");
        assertThat(up.resolve("access.json")).exists();

        var another = Ran.sluiceOn(up, "console");
        assertThat(another.exitCode()).isZero();
        assertThat(another.out().strip()).matches(CONSOLE_LINK);
        assertThat(out.toString()).doesNotContain(another.out().strip());

        thread.interrupt();
        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        assertThat(up.resolve("access.json")).doesNotExist();
    }

    @Test
    void whatIsOpenToTheNetworkIsSaidToBe() throws Exception {
        var open = folder.resolve("open");
        var out = new StringWriter();
        var thread = Thread.ofPlatform()
                .start(() -> Main.commandLine()
                        .setOut(new PrintWriter(out, true))
                        .execute("up", "--data", open.toString(), "--port", "0", "--host", "0.0.0.0"));
        await(() -> out.toString().contains("stop it with"));

        assertThat(out.toString())
                .containsPattern("url +http://0\\.0\\.0\\.0:")
                .containsPattern(CONSOLE_LINK)
                .contains("0.0.0.0 is open to the network, without TLS");
        thread.interrupt();
        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void usersMistakesAreOneLineAndExitCodeTwo() throws IOException {
        var rows = SAMPLES.resolve("birmingham-200.csv").toString();
        var mapping = file("m.yaml", "name: x\n").toString();

        assertMistake(onData("replay", rows), "--mapping is missing");
        assertMistake(onData("replay", "nowhere.csv"), "there is no file nowhere.csv");
        assertMistake(onData("replay", rows, "--mapping", mapping), "m.yaml: source: missing");
        assertMistake(onData("replay", rows, "--mapping", MAPPING, "--concurrency", "0"), "--concurrency");
        assertMistake(onData("send", "nowhere.json"), "there is no file nowhere.json");
        assertMistake(onData("up"), "sluice: ");
        assertMistake(onData("up", "--port", "99999"), "--port");
        assertMistake(onData("up", "--host", "no.such.invalid"), "--host");
        assertMistake(onData("console"), "gave no link to a console (404)");
        assertMistake(run("console", "--data", folder.toString()), "start a pipeline there");
        assertMistake(run("show", "x", "--data", folder.toString()), "there is no");
        assertMistake(run("status", "--data", folder.toString()), "there is no");
    }

    private static void assertMistake(Ran ran, String message) {
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains(message).doesNotContain("\tat ");
        assertThat(ran.err().strip().lines()).hasSize(1);
    }

    @Test
    void wrongUsageIsTold() {
        assertThat(run().exitCode()).isEqualTo(2);
        assertThat(run("flood").exitCode()).isEqualTo(2);
        assertThat(run("replay", "x", "--rate", "fast").err()).contains("'fast' is no rate, such as 200/s");
        assertThat(run("replay", "x", "--rate", "0").err()).contains("would never end");
    }

    @Test
    void everyCommandExplainsItselfAndItsExitCodes() {
        for (var command : Main.commandLine().getSubcommands().keySet()) {
            var help = run(command, "--help");
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: sluice " + command).contains("Exit codes:");
        }
    }

    @Test
    void shellsCanCompleteIt() {
        var ran = run("completion");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("complete -F _complete_sluice")
                .contains("--mapping")
                .contains("console")
                .contains("--host")
                .contains("preflight")
                .contains("--stack")
                .contains("--write-baseline")
                .contains("--live");
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) {
        var deadline = Instant.now().plusSeconds(30);
        while (!condition.holds()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }
}
