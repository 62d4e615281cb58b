package dev.sluice.guard.rules;

import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.terraform.Infrastructure;
import dev.sluice.guard.terraform.TerraformReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An example of a rule: a file in the folder that is named after the rule's class.
 *
 * @param rule the rule
 * @param file {@code failing….tf.json}, {@code passing….tf.json}, {@code open….tf.json} for what cannot be told, or a
 *     plan, {@code ….plan.json}
 */
record Example(Rule rule, Path file) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    static Stream<Example> of(Rule rule) {
        try (var files = Files.list(folder(rule))) {
            return files.sorted().map(file -> new Example(rule, file)).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException("no examples of " + rule.card().id(), failed);
        }
    }

    private static Path folder(Rule rule) {
        var name = rule.getClass().getSimpleName();
        var found = rule.getClass().getResource(name);
        if (found == null) {
            throw new IllegalStateException(
                    "there is no folder of examples beside " + rule.getClass().getName());
        }
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean is(String kind) {
        return file.getFileName().toString().startsWith(kind);
    }

    List<Infrastructure> read() {
        try {
            return new TerraformReader(files -> Map.of()).read(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<Finding> found() {
        return read().stream()
                .flatMap(each -> Guard.look(each.graph(), Expectations.usual(TODAY), List.of(rule)).stream())
                .toList();
    }

    @Override
    public String toString() {
        return rule.card().id() + ": " + file.getFileName();
    }
}
