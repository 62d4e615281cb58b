package dev.sluice.cli.tools;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.guard.terraform.HclParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The parser of {@code .tf} files that CDKTF has, which runs in Node: {@code build-tools/hcl} pins it, and it is installed
 * there the first time it is needed.
 */
public final class NodeHcl implements HclParser {

    private static final String FOLDER = "build-tools/hcl";

    /** npm writes it when it is done: without it an installation was broken off. */
    private static final String INSTALLED = "node_modules/.package-lock.json";

    /** Five small packages over a slow network. */
    private static final Duration TO_INSTALL = Duration.ofMinutes(3);

    /** A batch takes a second; a busy machine and a large file more. */
    private static final Duration TO_PARSE = Duration.ofMinutes(2);

    /** What one run is given to read: a tool's words are kept up to 16 MiB, and JSON is longer than HCL. */
    private static final long BATCH_BYTES = 2L << 20;

    /** A file of a thousand resources has a tenth of it. */
    private static final long LONGEST_FILE = 2L << 20;

    private final Surroundings around;
    private final Consumer<String> listener;

    /**
     * The parser of a repository.
     *
     * @param listener is told that something is being installed: it takes a while
     */
    public NodeHcl(Surroundings around, Consumer<String> listener) {
        this.around = around;
        this.listener = listener;
    }

    @Override
    public Map<Path, Parsed> parse(List<Path> files) {
        if (files.isEmpty()) {
            return Map.of();
        }
        var parsed = new LinkedHashMap<Path, Parsed>();
        try {
            var missing = missing();
            if (missing.isPresent()) {
                files.forEach(file -> parsed.put(file, failed(missing.get())));
                return parsed;
            }
            for (var batch : batches(files, parsed)) {
                parse(batch, parsed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            files.forEach(file -> parsed.putIfAbsent(file, failed("interrupted before it was parsed")));
        }
        return parsed;
    }

    private static Parsed failed(String why) {
        return new Parsed.Failed(0, why);
    }

    private Path folder() {
        return around.root().resolve(FOLDER);
    }

    /** What is missing to parse anything, once all was done to have it. */
    private Optional<String> missing() throws InterruptedException {
        if (!Files.isRegularFile(folder().resolve("package-lock.json"))) {
            return Optional.of("there is no " + FOLDER + " in " + around.root()
                    + ": run ./sluice of the repository, or run this in the repository's folder");
        }
        if (around.program("node").isEmpty()) {
            return Optional.of(".tf files are read by a parser that needs Node, 20 or newer, and there is none on the "
                    + "PATH: install it (https://nodejs.org)");
        }
        if (Files.isRegularFile(folder().resolve(INSTALLED))) {
            return Optional.empty();
        }
        listener.accept("Installing the parser of .tf files into " + FOLDER + " (the first time only) ...");
        var install = new Tool(
                List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"), folder(), Map.of(), TO_INSTALL);
        return switch (install.run(around)) {
            case Outcome.Ended(var code, var ignored, var said) ->
                code == 0
                        ? Optional.empty()
                        : Optional.of(notInstalled(
                                "npm ci failed with " + code + lastWords(said) + "; it needs the network"));
            case Outcome.NotStarted(var program, var why) ->
                Optional.of(notInstalled(program + " " + why + "; npm comes with Node"));
            case Outcome.TooSlow(var ignored, var deadline) ->
                Optional.of(notInstalled(
                        "npm ci took longer than " + deadline.toMinutes() + " minutes; it needs the network"));
        };
    }

    private static String notInstalled(String why) {
        return "the parser of .tf files could not be installed: " + why;
    }

    private static String lastWords(String said) {
        return said.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("npm error"))
                .filter(line -> !line.contains("A complete log"))
                .findFirst()
                .map(line -> " (" + line + ")")
                .orElse("");
    }

    private static List<List<Path>> batches(List<Path> files, Map<Path, Parsed> parsed) {
        var batches = new ArrayList<List<Path>>();
        long bytes = 0;
        for (var file : files) {
            long size = size(file);
            if (size > LONGEST_FILE) {
                parsed.put(
                        file,
                        failed("it is longer than the " + (LONGEST_FILE >> 20) + " MiB that are read of a .tf file"));
                continue;
            }
            bytes += size;
            if (batches.isEmpty() || bytes > BATCH_BYTES) {
                batches.add(new ArrayList<>());
                bytes = size;
            }
            batches.getLast().add(file);
        }
        return batches;
    }

    /** What cannot be read has no size; the parser says why. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private void parse(List<Path> batch, Map<Path, Parsed> parsed) throws InterruptedException {
        var names = batch.stream()
                .<Json>map(file -> new Json.Str(file.toAbsolutePath().toString()))
                .toList();
        var outcome = new Tool(List.of("node", "hcl2json.mjs"), folder(), Map.of(), TO_PARSE)
                .run(around, JsonText.compact(new Json.Arr(names)));
        var answers = answers(outcome);
        if (answers.size() == batch.size()) {
            for (int index = 0; index < batch.size(); index++) {
                parsed.put(batch.get(index), answer(answers.get(index)));
            }
        } else if (batch.size() == 1) {
            parsed.put(batch.getFirst(), failed(ending(outcome)));
        } else {
            // One of them brings the parser itself down, and takes no other with it.
            parse(batch.subList(0, batch.size() / 2), parsed);
            parse(batch.subList(batch.size() / 2, batch.size()), parsed);
        }
    }

    private static List<Json> answers(Outcome outcome) {
        if (outcome instanceof Outcome.Ended(var code, var out, var ignored) && code == 0) {
            try {
                return JsonText.read(out.getBytes(StandardCharsets.UTF_8)).items("");
            } catch (IOException e) {
                return List.of();
            }
        }
        return List.of();
    }

    private static Parsed answer(Json answer) {
        return answer.text("/json")
                .<Parsed>map(Parsed.Tree::new)
                .orElseGet(() -> new Parsed.Failed(
                        answer.text("/line").map(Integer::parseInt).orElse(0),
                        answer.text("/why").orElse("the parser does not say why")));
    }

    private static String ending(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ended(var code, var ignoredOut, var ignoredErr) ->
                "the parser ended with " + code + " and without an answer";
            case Outcome.NotStarted(var program, var why) -> program + " " + why;
            case Outcome.TooSlow(var ignored, var deadline) ->
                "the parser took longer than " + deadline.toMinutes() + " minutes";
        };
    }
}
