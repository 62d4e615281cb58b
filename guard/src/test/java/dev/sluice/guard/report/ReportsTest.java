package dev.sluice.guard.report;

import static dev.sluice.guard.report.Samples.DLQ;
import static dev.sluice.guard.report.Samples.QUIET;
import static dev.sluice.guard.report.Samples.TODAY;
import static dev.sluice.guard.report.Samples.TRACED;
import static dev.sluice.guard.report.Samples.broken;
import static dev.sluice.guard.report.Samples.checked;
import static dev.sluice.guard.report.Samples.full;
import static dev.sluice.guard.report.Samples.open;
import static dev.sluice.guard.report.Samples.sieve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.guard.json.FileMistake;
import dev.sluice.guard.json.Json;
import dev.sluice.guard.json.JsonReader;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private static final Path BASE = Path.of("/work/here");

    private static String sarif(Report report) {
        return SarifReport.of(report, BASE);
    }

    @Test
    @DisplayName("Text tells the worst first, each rule once with all that break it, and counts at its end")
    void text() {
        assertThat(new TextReport(false).of(full())).isEqualTo("""
                unreadable infra/broken dir/ö.tf:7
                    a block is not closed

                error lambda-traced-without-permission: The title of lambda-traced-without-permission
                  aws_lambda_function.intake  infra/main.tf:20
                      aws_lambda_function.intake breaks it.
                  why  Something happens because of lambda-traced-without-permission.
                  do   Do something about lambda-traced-without-permission.
                  see  https://docs.aws.amazon.com/lambda-traced-without-permission.html

                warning sqs-without-dead-letters: The title of sqs-without-dead-letters
                  aws_sqs_queue.orders  infra/main.tf:3
                      aws_sqs_queue.orders breaks it.
                  why  Something happens because of sqs-without-dead-letters.
                  do   Do something about sqs-without-dead-letters.
                  see  https://docs.aws.amazon.com/sqs-without-dead-letters.html

                cannot tell lambda-traced-without-permission: The title of lambda-traced-without-permission
                  aws_lambda_function.other  infra/main.tf:30
                      aws_lambda_function.other may break it.
                  why  Something happens because of lambda-traced-without-permission.
                  do   Do something about lambda-traced-without-permission.
                  see  https://docs.aws.amazon.com/lambda-traced-without-permission.html

                suppressed
                  log-group-without-retention  aws_cloudwatch_log_group.old
                      until 2026-12-10: It is moved next month.

                no longer there; write the baseline again
                  sqs-without-dead-letters  aws_sqs_queue.gone

                1 resource in 2 files, 6 rules: 1 error, 1 warning, 1 cannot be told, 1 suppressed, \
                1 known from the baseline, 1 of the baseline gone, 1 unreadable.
                """);
    }

    @Test
    @DisplayName("Colour is there when it is asked for, and says no more than the words do")
    void colour() {
        var coloured = new TextReport(true).of(full());

        assertThat(coloured).contains("\u001b[31merror\u001b[0m").contains("\u001b[33mwarning\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9]+m", "")).isEqualTo(new TextReport(false).of(full()));
    }

    @Test
    @DisplayName("Nothing found is said in one line")
    void clean() {
        var report = Report.of(checked(), sieve());

        assertThat(report.isClean()).isTrue();
        assertThat(new TextReport(false).of(report)).isEqualTo("0 resources in 1 file, 6 rules: nothing found.\n");
    }

    @Test
    @DisplayName(
            "Long texts are broken at spaces and cut where nobody reads on; what steers a terminal is a question mark")
    void shown() {
        assertThat(Shown.of("a\u001b[2Jb\u202e\ud800\ue000\u2028")).isEqualTo("a?[2Jb????");
        assertThat(Shown.of("é😀")).isEqualTo("é😀");
        assertThat(Shown.of("😀".repeat(2_001))).isEqualTo("😀".repeat(2_000) + "…");
        assertThat(Shown.wrapped("one two three", 7)).containsExactly("one two", "three");
        assertThat(Shown.wrapped("unbreakable x", 3)).containsExactly("unbreakable", "x");
    }

    @Test
    @DisplayName("What is below the severity asked for is neither told nor counted")
    void severity() {
        var report = Report.of(
                checked(
                        broken(DLQ, "a.b", 1),
                        broken(QUIET, "a.b", 1),
                        broken(TRACED, "a.b", 1),
                        open(QUIET, "a.b", 1)),
                new Sieve(Severity.WARNING, List.of(), Baseline.NONE, TODAY));

        assertThat(report.broken()).extracting(Finding::rule).containsExactly(TRACED, DLQ);
        assertThat(report.cannotTell()).isEmpty();
        assertThat(report.isClean()).isFalse();
    }

    @Test
    @DisplayName("What cannot be told is no finding")
    void cannotTell() {
        assertThat(Report.of(checked(open(DLQ, "a.b", 1)), sieve()).isClean()).isTrue();
    }

    @Test
    @DisplayName("The JSON has each finding with all of its rule")
    void json() throws Exception {
        var document = (Json.Obj) JsonReader.read(JsonReport.of(full()));

        assertThat(document.members())
                .extracting(Json.Member::name)
                .containsExactly(
                        "shape",
                        "clean",
                        "counts",
                        "unreadable",
                        "findings",
                        "cannotTell",
                        "suppressed",
                        "known",
                        "gone",
                        "rules");
        var finding = (Json.Obj)
                ((Json.Arr) document.get("findings").orElseThrow()).items().getFirst();
        assertThat(finding.members())
                .extracting(Json.Member::name)
                .containsExactly(
                        "rule",
                        "severity",
                        "title",
                        "why",
                        "remedy",
                        "reference",
                        "resource",
                        "file",
                        "line",
                        "said",
                        "fingerprint");
        assertThat(JsonReport.rules(List.of(DLQ))).contains("\"rule\" : \"sqs-without-dead-letters\"");
    }

    @Test
    @DisplayName("SARIF has one of everything in its place, and is valid")
    void sarif() {
        var sarif = sarif(full());

        SarifSchema.demandValid(sarif);
        assertThat(sarif)
                .contains("\"kind\" : \"fail\"")
                .contains("\"kind\" : \"open\"")
                .contains("\"kind\" : \"external\"")
                .contains("\"justification\" : \"It is moved next month. (until 2026-12-10)\"")
                .contains("\"executionSuccessful\" : false")
                .contains("\"uri\" : \"infra/broken%20dir/%C3%B6.tf\"")
                .contains("\"startLine\" : 20")
                .contains("\"fullyQualifiedName\" : \"aws_sqs_queue.orders\"")
                .contains("\"helpUri\" : \"https://docs.aws.amazon.com/sqs-without-dead-letters.html\"");
    }

    @Test
    @DisplayName("The schema is asked in earnest")
    void schema() {
        assertThat(SarifSchema.errors("{\"version\": \"2.1.0\"}")).isNotEmpty();
        assertThat(SarifSchema.errors(sarif(full()).replace("\"fail\"", "\"failed\"")))
                .isNotEmpty();
        assertThat(SarifSchema.errors(sarif(full()).replace("infra/main.tf", "infra/ma in.tf")))
                .isNotEmpty();
    }

    @Test
    @DisplayName(
            "A finding's fingerprint stays when its lines move, and is another for another resource or a second finding")
    void fingerprints() {
        var one = new Fingerprints();
        var moved = new Fingerprints();
        var first = one.next(broken(DLQ, "a.b", 1));

        assertThat(moved.next(broken(DLQ, "a.b", 99))).isEqualTo(first).hasSize(32);
        assertThat(one.next(broken(DLQ, "a.b", 1))).isNotEqualTo(first);
        assertThat(one.next(broken(DLQ, "a.c", 1))).isNotEqualTo(first);
        assertThat(one.next(broken(TRACED, "a.b", 1))).isNotEqualTo(first);
    }

    @Test
    @DisplayName("Files in the folder are named from it, others whole; a page is one only where it is on the web")
    void uris() {
        assertThat(SarifUri.ofFile("infra/a b.tf", BASE)).isEqualTo("infra/a%20b.tf");
        assertThat(SarifUri.ofFile("./x/../a.tf", BASE)).isEqualTo("a.tf");
        assertThat(SarifUri.ofFile("/work/here/a.tf", BASE)).isEqualTo("a.tf");
        assertThat(SarifUri.ofFile("/etc/a#b.tf", BASE)).isEqualTo("file:///etc/a%23b.tf");
        assertThat(SarifUri.ofFile("a:b.tf", BASE)).isEqualTo("a%3Ab.tf");
        assertThat(SarifUri.ofFile("\u0000", BASE)).isEqualTo("%00");
        assertThat(SarifUri.ofPage("https://docs.aws.amazon.com/x")).contains("https://docs.aws.amazon.com/x");
        assertThat(SarifUri.ofPage("docs/guard.md")).isEmpty();
        assertThat(SarifUri.ofPage("https:x")).isEmpty();
        assertThat(SarifUri.ofPage("not a page")).isEmpty();
    }

    @Test
    @DisplayName("JUnit has failures, what was skipped, an error, and a test for each rule that says nothing")
    void junit() {
        assertThat(JUnitReport.of(full()))
                .contains("<testsuite name=\"sluice guard\" tests=\"9\" failures=\"2\" errors=\"1\" skipped=\"3\">")
                .contains(
                        "<testcase classname=\"sqs-without-dead-letters\" name=\"aws_sqs_queue.orders\"><failure type=\"WARNING\"")
                .contains("<skipped message=\"cannot tell: ")
                .contains("<skipped message=\"suppressed until 2026-12-10: ")
                .contains("<skipped message=\"known from the baseline: ")
                .contains("<testcase classname=\"guard-suppression-expired\" name=\"nothing found\">");
    }

    @Test
    @DisplayName("A baseline is written and read, knows as many of a kind as it has, and tells what is gone")
    void baseline() throws FileMistake {
        var twice = checked(broken(DLQ, "a.b", 1), broken(DLQ, "a.b", 2));
        var written = Baseline.of(Report.of(twice, sieve()));
        assertThat(written.entries()).hasSize(2);
        var read = Baseline.read("b.json", written.json());
        assertThat(read).isEqualTo(written);

        var more = Report.of(
                checked(broken(DLQ, "a.b", 4), broken(DLQ, "a.b", 5), broken(DLQ, "a.b", 6)),
                new Sieve(Severity.NOTE, List.of(), read, TODAY));
        assertThat(more.broken()).hasSize(1);
        assertThat(more.known()).hasSize(2);

        var fewer = Report.of(checked(broken(DLQ, "a.b", 4)), new Sieve(Severity.NOTE, List.of(), read, TODAY));
        assertThat(fewer.isClean()).isTrue();
        assertThat(fewer.gone()).containsExactly(new Baseline.Entry(DLQ.id(), "a.b"));
    }

    @Test
    @DisplayName("A baseline that is none is refused with its line")
    void badBaseline() {
        assertThatThrownBy(() -> Baseline.read("b.json", "{\"findings\": [\n{\"rule\": \"x\"}]}"))
                .isInstanceOf(FileMistake.class)
                .hasMessage("b.json:2: \"resource\" is missing");
    }
}
