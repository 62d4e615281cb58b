package dev.sluice.compliance.local;

import dev.sluice.compliance.finding.FindingKey;
import dev.sluice.compliance.finding.ScanSummary;
import dev.sluice.compliance.finding.Tracked;
import dev.sluice.compliance.port.FindingStore;
import dev.sluice.compliance.port.ScanHistory;
import dev.sluice.handlers.port.Unavailable;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Keeps findings and scans in one JSON file, which is there whole or as it was before. One process at a time writes it: of
 * two, the one that writes last wins.
 */
public final class LocalFindings implements FindingStore, ScanHistory {

    /** What the file is called in its folder. */
    public static final String FILE = "findings.json";

    /** Six weeks of hourly scans; older ones are forgotten. */
    static final int MOST_SCANS = 1_000;

    private final Path file;

    /** Findings in a folder, which is made where it is missing. */
    public LocalFindings(Path folder) {
        this.file = folder.toAbsolutePath().resolve(FILE);
    }

    @Override
    public List<Tracked> findings() {
        return List.copyOf(read().findings().values());
    }

    @Override
    public Optional<Tracked> finding(FindingKey key) {
        return Optional.ofNullable(read().findings().get(key));
    }

    @Override
    public void keep(Tracked tracked) {
        keepAll(List.of(tracked));
    }

    /**
     * Keeps several, all of them or none.
     *
     * @throws Unavailable when the file cannot be written
     */
    public void keepAll(List<Tracked> several) {
        var kept = read();
        var findings = new TreeMap<>(kept.findings());
        several.forEach(tracked -> findings.put(tracked.key(), tracked));
        write(new Kept(findings, kept.scans()));
    }

    @Override
    public List<ScanSummary> latest(int most) {
        return last(List.copyOf(read().scans().values()), most);
    }

    @Override
    public void keep(ScanSummary scan) {
        var kept = read();
        var scans = new TreeMap<>(kept.scans());
        scans.put(scan.at(), scan);
        while (scans.size() > MOST_SCANS) {
            scans.pollFirstEntry();
        }
        write(new Kept(kept.findings(), scans));
    }

    private static <T> List<T> last(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    /** What the file holds. */
    record Kept(SortedMap<FindingKey, Tracked> findings, SortedMap<Instant, ScanSummary> scans) {}

    private Kept read() {
        try {
            return Files.exists(file)
                    ? FindingsFile.read(Files.readAllBytes(file))
                    : new Kept(new TreeMap<>(), new TreeMap<>());
        } catch (IOException e) {
            throw new Unavailable(file + " cannot be read", e);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw new IllegalStateException(
                    file + " is not a file of findings (" + e.getMessage() + "); move it away to begin anew", e);
        }
    }

    private void write(Kept kept) {
        var half =
                file.resolveSibling("." + FILE + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectories(file.resolveSibling(""));
            try {
                Files.write(half, FindingsFile.write(kept));
                move(half);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new Unavailable(file + " cannot be written", e);
        }
    }

    private void move(Path half) throws IOException {
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
