package dev.sluice.integration.sandbox.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

@DisplayName("The report")
class ReportTest {

    private static final String HOSTILE = "</td><script>alert('&')</script>\"\u0000\u001b ]]>";

    private static final List<Shown> TESTS = List.of(
            new Shown("kept", "An order is kept", new Shown.Outcome.Passed(), Duration.ofMillis(1_234)),
            new Shown(
                    "told",
                    "Who ordered is told",
                    new Shown.Outcome.Failed("nobody was\nat all"),
                    Duration.ofSeconds(2)),
            new Shown("paid", "An order is paid", new Shown.Outcome.Skipped("no bank here"), Duration.ZERO));

    @TempDir
    Path folder;

    @Test
    @DisplayName("gives the build server its counts, times, messages and target")
    void results() throws Exception {
        write(Samples.journal(), TESTS, List.of());
        var xml = parsed("TEST-sandbox.xml");

        assertThat(said(
                        xml,
                        "concat(/testsuite/@tests, ' ', /testsuite/@failures, ' ', /testsuite/@errors, ' ',"
                                + " /testsuite/@skipped, ' ', /testsuite/@time, ' ', /testsuite/@timestamp)"))
                .isEqualTo("3 1 0 1 90.000 2026-03-02T12:00:00Z");
        assertThat(said(xml, "string(//property[@name='target']/@value)")).isEqualTo("emulator");
        assertThat(said(xml, "string(//testcase[@name='kept']/@time)")).isEqualTo("1.234");
        assertThat(said(xml, "count(//testcase[@name='kept']/*)")).isEqualTo("0");
        assertThat(said(xml, "string(//testcase[@name='told']/failure/@message)"))
                .isEqualTo("nobody was");
        assertThat(said(xml, "string(//testcase[@name='told']/failure)")).isEqualTo("nobody was\nat all");
        assertThat(said(xml, "string(//testcase[@name='paid']/skipped/@message)"))
                .isEqualTo("no bank here");
    }

    @Test
    @DisplayName("shows failures first, with what they failed of")
    void failuresFirst() throws Exception {
        write(Samples.journal(), TESTS, List.of());
        var page = parsed("index.html");

        assertThat(said(page, "string(//section[@id='tests']//tbody/tr[1]//pre)"))
                .isEqualTo("nobody was\nat all");
        assertThat(said(page, "string(//section[@id='tests']//tbody/tr[2]/td[2])"))
                .isEqualTo("skipped");
        assertThat(said(page, "string(//h1)")).isEqualTo("1 of 3 tests failed");
    }

    @Test
    @DisplayName("has a row a function, a box a place, and a bar a hop")
    void sections() throws Exception {
        write(Samples.journal(), TESTS, List.of("too-many-failed: set off by three failures"));
        var page = parsed("index.html");

        assertThat(said(page, "count(//section[@id='deployed']//tbody/tr)")).isEqualTo("2");
        assertThat(said(page, "count(//*[local-name()='svg'][@class='picture']//*[local-name()='rect'])"))
                .isEqualTo("6");
        assertThat(said(page, "count(//section[@id='trace']//li)")).isEqualTo("3");
        assertThat(said(page, "count(//section[@id='permissions']//span[.='unused'])"))
                .isEqualTo("4");
        assertThat(said(page, "string(//section[@id='alarms']//li)")).startsWith("too-many-failed");
    }

    @Test
    @DisplayName("says what is hostile, and does nothing of it")
    void hostile() throws Exception {
        var journal = new Journal();
        journal.begin(HOSTILE);
        Samples.passed(journal, 0, HOSTILE, HOSTILE, HOSTILE);
        journal.write(Samples.NOON, new Event.Asked(HOSTILE, HOSTILE, HOSTILE, Map.of(), false, HOSTILE));
        journal.write(Samples.NOON, new Event.Faulted(HOSTILE, HOSTILE, HOSTILE));
        journal.write(Samples.NOON, new Event.Skipped(HOSTILE, Duration.ofSeconds(1)));
        var tests = List.of(
                new Shown(HOSTILE, HOSTILE, new Shown.Outcome.Failed(HOSTILE), Duration.ZERO),
                new Shown("other", HOSTILE, new Shown.Outcome.Skipped(HOSTILE), Duration.ZERO));
        write(journal, tests, List.of(HOSTILE));

        assertThat(said(parsed("index.html"), "count(//script)")).isEqualTo("0");
        assertThat(Files.readString(folder.resolve("index.html")))
                .doesNotContain("<script")
                .contains("&lt;script");
        assertThat(said(parsed("TEST-sandbox.xml"), "string(//failure)"))
                .isEqualTo(HOSTILE.replace('\u0000', '\uFFFD').replace('\u001b', '\uFFFD'));
    }

    @Test
    @DisplayName("needs nothing beside it, and does not tell the account")
    void alone() throws Exception {
        write(Samples.journal(), TESTS, List.of());
        var page = Files.readString(folder.resolve("index.html"));

        assertThat(page).doesNotContain("src=", "<link", "@import", "url(http", Samples.ACCOUNT);
        assertThat(page).contains("…3333");
        assertThat(Files.readString(folder.resolve("TEST-sandbox.xml"))).doesNotContain(Samples.ACCOUNT);
    }

    @Test
    @DisplayName("of nothing is a page too")
    void nothing() throws Exception {
        write(new Journal(), List.of(), List.of());

        assertThat(said(parsed("index.html"), "string(//h1)")).isEqualTo("No test passed");
        assertThat(said(parsed("index.html"), "count(//section)")).isEqualTo("8");
        assertThat(said(parsed("TEST-sandbox.xml"), "string(/testsuite/@tests)"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("comes to four lines for the build's output")
    void summary() {
        assertThat(Report.summary(folder, Samples.deployment(), Samples.journal(), TESTS))
                .containsExactly(
                        "sandbox: 1 of 3 tests failed, 1 skipped",
                        "cold median / warm median: taker – / 80 ms, keeper 700 ms / –",
                        "grants: 2 used, 4 unused",
                        "report: " + folder.resolve("index.html").toUri());
    }

    private void write(Journal journal, List<Shown> tests, List<String> alarms) {
        var target = "emulator";
        var ended = Samples.NOON.plusSeconds(90);
        Report.write(folder, target, Samples.deployment(), journal, tests, alarms, Samples.NOON, ended);
    }

    private Document parsed(String file) throws Exception {
        try (var in = Files.newInputStream(folder.resolve(file))) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static String said(Document document, String path) throws Exception {
        return XPathFactory.newDefaultInstance().newXPath().evaluate(path, document);
    }
}
