package dev.sluice.cli.scan;

import dev.sluice.cli.guard.WholeFile;
import dev.sluice.cli.json.JsonText;
import dev.sluice.compliance.finding.ScanSummary;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.judging.Scan;
import dev.sluice.compliance.local.LocalFindings;
import dev.sluice.compliance.port.ScanHistory;
import dev.sluice.compliance.report.Report;
import dev.sluice.compliance.report.ReportHtml;
import dev.sluice.compliance.report.ReportJson;
import dev.sluice.guard.graph.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the last report lies, with what all scans before it found.
 *
 * @param path the folder; it is made where it is missing
 */
public record ScanFolder(Path path) {

    /** The report as people read it. */
    public Path page() {
        return path.resolve("report.html");
    }

    /** The report as programs read it. */
    public Path document() {
        return path.resolve("report.json");
    }

    /** Every finding that earlier scans followed. */
    public List<Tracked> known() throws IOException {
        return kept(() -> findings().findings());
    }

    /** The scans before, oldest first. */
    public List<ScanSummary> earlier() throws IOException {
        return kept(() -> findings().latest(ScanHistory.TREND));
    }

    /**
     * What else than this was scanned into the folder; empty where nothing was, or the same. The findings of one thing are
     * not resolved by looking at another.
     *
     * @param name what is to be scanned
     */
    public Optional<String> holdsAnother(String name, Origin origin) throws IOException {
        if (!Files.isRegularFile(document())) {
            return Optional.empty();
        }
        var last = JsonText.read(Files.readAllBytes(document()));
        var held = last.text("/environment").orElse("");
        var from = last.text("/origin").orElse("");
        return held.equals(name) && from.equalsIgnoreCase(origin.name())
                ? Optional.empty()
                : Optional.of(held + " (" + from.toLowerCase(Locale.ROOT) + ")");
    }

    /** Keeps a scan: first what is told of it, so that whatever stops it, the next one tells it again. */
    public Report keep(Scan scan, List<ScanSummary> earlier) throws IOException {
        var report = Report.of(scan, earlier);
        WholeFile.write(page(), ReportHtml.of(report));
        WholeFile.write(document(), ReportJson.of(report));
        findings().keepAll(scan.changed());
        findings().keep(report.summary());
        return report;
    }

    private LocalFindings findings() {
        return new LocalFindings(path);
    }

    private interface Asked<T> {
        T answer();
    }

    private static <T> T kept(Asked<T> asked) throws IOException {
        try {
            return asked.answer();
        } catch (IllegalStateException notOurs) {
            throw new IOException(notOurs.getMessage(), notOurs);
        }
    }
}
