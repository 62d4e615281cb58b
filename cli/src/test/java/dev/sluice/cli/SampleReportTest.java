package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cli.scan.AccountAtHand;
import dev.sluice.cli.tools.Surroundings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("docs/sample-report.html")
class SampleReportTest {

    private static final String COMMAND = "./mvnw -pl cli -am test -Dtest='SampleReportTest'"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dsluice.docs.write=true";
    private static final Path REPOSITORY =
            Path.of("").toAbsolutePath().resolve("..").normalize();
    private static final Path STATES = REPOSITORY.resolve("samples").resolve("scan");
    private static final Path DOCS = REPOSITORY.resolve("docs");
    private static final Instant MONDAY = Instant.parse("2026-11-16T06:00:00Z");
    private static final List<String> DAYS =
            List.of("1-monday.json", "2-tuesday.json", "3-wednesday.json", "4-thursday.json", "5-friday.json");

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is what the scans of five days come to, and so is what lies beside it for programs")
    void sampleIsWhatFiveScansComeTo() throws IOException {
        for (var day : DAYS) {
            scan(day, MONDAY.plus(Duration.ofDays(DAYS.indexOf(day))));
        }
        assertThatIs(
                "sample-report.html", Files.readString(folder.resolve("out").resolve("report.html")));
        assertThatIs(
                "sample-report.json", Files.readString(folder.resolve("out").resolve("report.json")));
    }

    @Test
    @DisplayName("leaves out none of its states")
    void everyStateIsScanned() throws IOException {
        try (var files = Files.list(STATES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.matches("\\d.*")))
                    .containsExactlyInAnyOrderElementsOf(DAYS);
        }
    }

    private void scan(String day, Instant at) {
        var told = new StringWriter();
        var command = new CommandLine(new ScanCommand(
                        new Surroundings(folder, Map.of()), SampleReportTest::none, Clock.fixed(at, ZoneOffset.UTC)))
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(told, true))
                .setErr(new PrintWriter(told, true));
        var exitCode = command.execute(
                STATES.resolve(day).toString(),
                "--environment",
                "sample",
                "--output",
                folder.resolve("out").toString());
        assertThat(exitCode).as(told.toString()).isEqualTo(ExitCodes.FOUND);
    }

    private static AccountAtHand none() {
        throw new AssertionError("no account is asked for files");
    }

    private static void assertThatIs(String name, String expected) throws IOException {
        var page = DOCS.resolve(name);
        if (Boolean.getBoolean("sluice.docs.write")) {
            Files.writeString(page, expected);
        }
        assertThat(page)
                .as("docs/" + name + " is stale; write it anew: " + COMMAND)
                .hasContent(expected);
    }
}
