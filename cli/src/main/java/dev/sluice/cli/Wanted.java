package dev.sluice.cli;

import dev.sluice.cli.guard.WholeFile;
import dev.sluice.cli.text.Printable;
import dev.sluice.guard.graph.Unreadable;
import dev.sluice.guard.json.FileMistake;
import dev.sluice.guard.suppress.Suppression;
import dev.sluice.guard.suppress.SuppressionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What rules are to look at.
 *
 * @param paths folders and files, each once, every one there
 */
record Wanted(List<Path> paths) {

    /** Those paths. */
    static Wanted of(List<Path> named) throws CannotRun {
        for (var path : named) {
            if (!Files.exists(path)) {
                throw new CannotRun("there is no " + Printable.of(path.toString()));
            }
        }
        return new Wanted(named.stream().distinct().toList());
    }

    /** What is to be lived with: as the file says that was named, otherwise as those beside what is looked at say. */
    List<Suppression> suppressions(Optional<Path> named, LocalDate today) throws IOException, FileMistake {
        var files = new LinkedHashSet<Path>();
        if (named.isPresent()) {
            files.add(named.get());
        } else {
            for (var path : paths) {
                var file = (Files.isDirectory(path) ? path : path.resolveSibling("")).resolve(SuppressionFile.NAME);
                if (Files.isRegularFile(file)) {
                    files.add(file.normalize());
                }
            }
        }
        var all = new ArrayList<Suppression>();
        for (var file : files) {
            all.addAll(SuppressionFile.read(file.toString(), WholeFile.read(file), today));
        }
        return all;
    }

    /**
     * A look at nothing would find nothing.
     *
     * @param files what could be read
     * @param unreadable what could not
     */
    void demandSomething(List<String> files, List<Unreadable> unreadable) throws CannotRun {
        if (!files.isEmpty()) {
            return;
        }
        var where = paths.stream().map(Path::toString).map(Printable::of).collect(Collectors.joining(", "));
        var why = unreadable.stream()
                .map(one -> one.place() + ": " + one.why())
                .map(Printable::of)
                .findFirst();
        throw new CannotRun(
                why.isPresent()
                        ? "nothing could be read of " + where + ": " + why.get()
                                + (unreadable.size() > 1 ? ", and " + (unreadable.size() - 1) + " more" : "")
                        : "there is no Terraform in " + where + ": .tf, .tf.json or a plan as JSON is expected");
    }
}
