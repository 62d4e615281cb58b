package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.guard.Guarding;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.Place;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.report.Checked;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Severity;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command around a guard that finds what a test wants. */
class GuardCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Card RULE = new Card(
            "sqs-x",
            Severity.WARNING,
            "A queue is wrong",
            "It loses things.",
            "Mend it.",
            "https://docs.aws.amazon.com/sqs.html");

    @TempDir
    private Path folder;

    private final List<String> files = new ArrayList<>(List.of("main.tf"));
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Path> asked = new ArrayList<>();

    private final class Stub implements Guarding {
        @Override
        public Checked check(List<Path> paths, Expectations expectations) {
            asked.addAll(paths);
            return new Checked(files, List.of(), unreadable, rules(), findings);
        }

        @Override
        public List<Card> rules() {
            return List.of(RULE);
        }
    }

    private Ran guard(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var command = new CommandLine(new GuardCommand(new Stub(), CLOCK));
        command.setExecutionExceptionHandler(new Failures());
        var code = command.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(args);
        return new Ran(code, out.toString(), err.toString());
    }

    private String here() {
        return folder.toString();
    }

    private void find(String resource) {
        findings.add(new Finding(RULE, new Finding.Broken("It is so."), resource, new Place("main.tf", 3)));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void nothingFoundIsClean() {
        var ran = guard(here());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("nothing found.");
        assertThat(ran.err()).isEmpty();
        assertThat(asked).containsExactly(folder);
    }

    @Test
    void withoutAPathItIsTheFolderItIsRunIn() {
        guard();

        assertThat(asked).containsExactly(Path.of("."));
    }

    @Test
    void aFindingIsToldAndIsInTheExitCode() {
        find("aws_sqs_queue.orders");
        var ran = guard(here(), here());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("warning sqs-x").contains("main.tf:3").doesNotContain("\u001b");
        assertThat(asked).containsExactly(folder);
        assertThat(guard("--severity", "warning", here()).exitCode()).isEqualTo(1);
        assertThat(guard("--severity", "error", here()).exitCode()).isZero();
        assertThat(guard("--colour", "always", here()).out()).contains("\u001b[33mwarning");
        assertThat(guard("--color", "never", here()).out()).doesNotContain("\u001b");
    }

    @Test
    void whatCannotBeToldDoesNotCount() {
        findings.add(new Finding(RULE, new Finding.CannotTell("It may be."), "a.b", new Place("main.tf", 3)));
        var ran = guard(here());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out()).contains("cannot tell sqs-x");
    }

    @Test
    void whatCannotBeReadIsNamedAndCounts() {
        unreadable.add(new Unreadable(new Place("b.tf", 7), "a block is not closed"));
        var ran = guard(here());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).contains("unreadable b.tf:7").contains("a block is not closed");
    }

    @Test
    void everyFormatIsOnePiece() throws IOException {
        find("a.b");

        assertThat(guard("--json", here()).json().text("/findings/0/rule")).contains("sqs-x");
        assertThat(guard("--format", "json", "--json", here()).json().text("/clean"))
                .contains("false");
        assertThat(guard("--format", "sarif", here()).json().text("/runs/0/results/0/ruleId"))
                .contains("sqs-x");
        assertThat(guard("--format", "junit", here()).out()).startsWith("<?xml").contains("<failure");
        assertThat(guard("--format", "text", here()).out()).contains("warning sqs-x");
    }

    @Test
    void theReportGoesIntoAFileWhole() throws IOException {
        find("a.b");
        var file = folder.resolve("out/report.json");
        var ran = guard("--json", "--output", file.toString(), here());

        assertThat(ran.out()).isEqualTo("0 resources in 1 file, 4 rules: 1 warning." + System.lineSeparator());
        assertThat(file).content().contains("\"rule\" : \"sqs-x\"");
        try (var all = Files.list(folder.resolve("out"))) {
            assertThat(all).containsExactly(file);
        }
        assertMistake(guard("--output", here(), here()), " is a folder");
    }

    @Test
    void theRulesAreListed() throws IOException {
        assertThat(guard("--rules").out()).isEqualTo("warning  sqs-x: A queue is wrong\n");
        assertThat(guard("--rules", "--json").json().text("/rules/0/rule")).contains("sqs-x");
        assertThat(asked).isEmpty();
    }

    @Test
    void suppressionsAreFoundBesideWhatIsCheckedOrNamed() throws IOException {
        find("a.b");
        var text = """
                {"suppressions": [{"rule": "sqs-x", "resource": "a.*", "until": "2026-12-31", "reason": "soon"}]}""";
        var other = write("other.json", text);
        assertThat(guard(here()).exitCode()).isEqualTo(1);
        assertThat(guard("--suppressions", other, here()).exitCode()).isZero();

        write("guard-suppressions.json", text);
        assertThat(guard(here()).exitCode()).isZero();
        assertThat(guard(write("main.tf", "")).out()).contains("1 suppressed").contains("until 2026-12-31: soon");

        write("other.json", "{\"suppressions\": []}");
        assertThat(guard("--suppressions", other, here()).exitCode()).isEqualTo(1);
    }

    @Test
    void aBaselineIsWrittenAndReadAndOutlived() throws IOException {
        find("a.b");
        var baseline = folder.resolve("b.json").toString();

        assertThat(guard("--write-baseline", baseline, here()).out()).contains("1 known from the baseline");
        assertThat(guard("--baseline", baseline, here()).exitCode()).isZero();
        find("a.c");
        assertThat(guard("--baseline", baseline, here()).exitCode()).isEqualTo(1);
        findings.clear();
        assertThat(guard("--baseline", baseline, here()).out())
                .contains("no longer there")
                .contains("a.b");
    }

    @Test
    void mistakesAreOneLineAndExitCodeTwo() throws IOException {
        assertMistake(guard(here() + "/nowhere"), "there is no " + here() + "/nowhere");
        assertMistake(guard("--json", "--format", "sarif", here()), "--json or --format sarif: choose one");
        assertMistake(guard("--baseline", "nowhere.json", here()), "there is no file nowhere.json");
        assertMistake(
                guard("--baseline", write("b.json", "{}"), here()), "b.json:1: one list \"findings\" is expected");
        assertMistake(guard("--suppressions", write("s.json", "{\n\"x\": 1}"), here()), "s.json:2: \"x\" is not known");
        Files.write(folder.resolve("latin.json"), new byte[] {(byte) 0xe9});
        assertMistake(guard("--baseline", here() + "/latin.json", here()), "is not UTF-8");
        Files.write(folder.resolve("long.json"), new byte[(8 << 20) + 1]);
        assertMistake(guard("--baseline", here() + "/long.json", here()), "is longer than 8 MiB");
        assertThat(guard("--severity", "bad", here()).err()).contains("'bad' is none of note, warning, error");
        assertThat(guard("--format", "pdf", here()).exitCode()).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void aCheckOfNothingIsNone() {
        files.clear();
        assertMistake(guard(here()), "there is no Terraform in " + here());

        unreadable.add(new Unreadable(new Place("a.tf", 2), "no"));
        assertMistake(guard(here()), "nothing could be read of " + here() + ": a.tf:2: no");
        unreadable.add(new Unreadable(new Place("b.tf", 2), "no"));
        assertMistake(guard(here()), "a.tf:2: no, and 1 more");
    }

    private static void assertMistake(Ran ran, String message) {
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("sluice: ").contains(message).doesNotContain("\tat ");
        assertThat(ran.err().strip().lines()).hasSize(1);
        assertThat(ran.out()).isEmpty();
    }
}
