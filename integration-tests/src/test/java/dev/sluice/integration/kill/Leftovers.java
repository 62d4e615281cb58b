package dev.sluice.integration.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks for what killed processes have left lying about, once the last pipeline has stopped by itself. */
final class Leftovers {

    /** What a data folder holds between two runs. */
    private static final Set<String> BELONG = Set.of(
            "sluice.db", "sluice.lock", "sluice.log", "secrets.json", "sources.json", "risk.json", "native", "replays");

    /** A complete replay leaves these. */
    private static final Set<String> REPORTS = Set.of("summary.json", "rejected.csv");

    /** The native library that the last start unpacked, and its lock: the next start removes them. */
    private static final int ONE_LIBRARY = 2;

    private Leftovers() {}

    static void check(Path folder, Path temporary, Findings findings) {
        var inFolder = new TreeSet<String>();
        for (var name : names(folder)) {
            if (!BELONG.contains(name)) {
                inFolder.add(name);
            }
        }
        for (var replay : names(folder.resolve("replays"))) {
            for (var name : names(folder.resolve("replays").resolve(replay))) {
                if (!REPORTS.contains(name)) {
                    inFolder.add("replays/" + replay + "/" + name);
                }
            }
        }
        var libraries = names(folder.resolve("native"));
        if (libraries.size() > ONE_LIBRARY) {
            libraries.forEach(name -> inFolder.add("native/" + name));
        }
        findings.none("files are left in the data folder", inFolder);
        findings.none("files are left in the temporary folder", names(temporary));
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
