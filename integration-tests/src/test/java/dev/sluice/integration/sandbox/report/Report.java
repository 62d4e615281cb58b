package dev.sluice.integration.sandbox.report;

import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run of the sandbox suite leaves behind: a page to read, and results for the build server.
 *
 * <p>Of the account's number only the end is told.
 */
public final class Report {

    private static final int TOLD = 4;

    private Report() {}

    /** Writes {@code index.html} and {@code TEST-sandbox.xml}; no alarm was tried. */
    public static void write(
            Path folder,
            String target,
            Deployment deployment,
            Journal journal,
            List<Shown> tests,
            Instant started,
            Instant ended) {
        write(folder, target, deployment, journal, tests, List.of(), started, ended);
    }

    /**
     * Writes {@code index.html} and {@code TEST-sandbox.xml}.
     *
     * @param folder where to; it is made
     * @param target what the suite was run against: {@code AWS emulator (moto 5.2.1)}
     * @param deployment what was deployed
     * @param journal all that happened
     * @param tests the tests, in their order
     * @param alarms what the tests of alarms found, a line each
     * @param started when the run began
     * @param ended when it was done
     */
    public static void write(
            Path folder,
            String target,
            Deployment deployment,
            Journal journal,
            List<Shown> tests,
            List<String> alarms,
            Instant started,
            Instant ended) {
        var run = new Run(target, started, ended, tests, alarms);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("index.html"), untold(Page.of(run, deployment, journal), deployment));
            Files.writeString(folder.resolve("TEST-sandbox.xml"), untold(TestResults.of(run), deployment));
        } catch (IOException e) {
            throw new IllegalStateException("the report cannot be written to " + folder, e);
        }
    }

    /** The run in a few lines, for the build's output. */
    public static List<String> summary(Path folder, Deployment deployment, Journal journal, List<Shown> tests) {
        var run = new Run("", Instant.EPOCH, Instant.EPOCH, tests, List.of());
        var grants = Granted.of(deployment, journal);
        var flow = Flow.of(deployment, journal, grants);
        var functions = Timings.functions(flow.inOrder(deployment.functions()), journal);
        long unused = grants.stream().filter(Granted::isUnused).count();
        return List.of(
                "sandbox: " + Head.verdict(run) + ", " + run.count(Shown::skipped) + " skipped",
                "cold median / warm median: "
                        + String.join(
                                ", ",
                                functions.stream()
                                        .map(seen -> flow.called(seen.function()) + " " + median(seen.cold()) + " / "
                                                + median(seen.warm()))
                                        .toList()),
                "grants: " + (grants.size() - unused) + " used, " + unused + " unused",
                "report: " + folder.resolve("index.html").toAbsolutePath().toUri());
    }

    private static String median(Optional<Spread> spread) {
        return spread.map(Spread::median).map(Figures::of).orElse("–");
    }

    private static String untold(String text, Deployment deployment) {
        var account = deployment.account();
        return text.replace(account, "…" + account.substring(Math.max(account.length() - TOLD, 0)));
    }
}
