package dev.sluice.cli.preflight;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.tools.Outcome;
import dev.sluice.cli.tools.Surroundings;
import dev.sluice.cli.tools.Terraform;
import dev.sluice.cli.tools.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machine this runs on.
 *
 * @param stack the folder of the stack
 */
public record ThisMachine(Surroundings around, Path stack) implements Machine {

    private static final Duration TO_SAY_ITS_VERSION = Duration.ofSeconds(20);

    @Override
    public Answer<Optional<Version>> terraform() throws InterruptedException {
        return version("terraform", new Terraform(around).version(), out -> member(out, "/terraform_version"));
    }

    @Override
    public Answer<Optional<Version>> node() throws InterruptedException {
        var node = new Tool(List.of("node", "--version"), around.root(), Map.of(), TO_SAY_ITS_VERSION);
        return version("node", node.run(around), Version::of);
    }

    @Override
    public Answer<Optional<Version>> cdktf() {
        var modules = around.root().resolve("node_modules");
        if (!Files.exists(modules.resolve(".bin").resolve("cdktf"))) {
            return new Answer.Known<>(Optional.empty());
        }
        return switch (read(modules.resolve("cdktf-cli").resolve("package.json"), "/version")) {
            case Answer.Known<Version>(var version) -> new Answer.Known<>(Optional.of(version));
            case Answer.Unknown<Version> unknown -> unknown.to();
        };
    }

    @Override
    public Answer<Version> pinnedCdktf() {
        return read(around.root().resolve("package.json"), "/devDependencies/cdktf-cli");
    }

    @Override
    public int java() {
        return Runtime.version().feature();
    }

    @Override
    public boolean holds(Path file) {
        return Files.exists(stack.resolve(file));
    }

    private interface Reading {
        Optional<Version> of(String out);
    }

    private static Answer<Optional<Version>> version(String program, Outcome outcome, Reading reading) {
        return switch (outcome) {
            case Outcome.NotStarted missing -> new Answer.Known<>(Optional.empty());
            case Outcome.TooSlow slow ->
                unknown(
                        program + " did not say its version within "
                                + slow.deadline().toSeconds() + " s",
                        program);
            case Outcome.Ended ended -> {
                var version = reading.of(ended.out());
                yield ended.exitCode() == 0 && version.isPresent()
                        ? new Answer.Known<>(version)
                        : unknown(program + " ended with " + ended.exitCode() + " and said no version", program);
            }
        };
    }

    private static <T> Answer<T> unknown(String why, String program) {
        return new Answer.Unknown<>(why, Remedy.of("See what " + program + " says when it is asked for its version"));
    }

    private static Answer<Version> read(Path file, String pointer) {
        try {
            var version = member(Files.readString(file), pointer);
            if (version.isPresent()) {
                return new Answer.Known<>(version.get());
            }
        } catch (IOException e) {
            // Told below: no file, or one that says nothing, is the same to whoever reads this.
        }
        return new Answer.Unknown<>(
                file.getFileName() + " in " + file.toAbsolutePath().getParent() + " names no version",
                Remedy.of("Install the pinned one:", "npm ci"));
    }

    private static Optional<Version> member(String document, String pointer) {
        Json json;
        try {
            json = JsonText.read(document.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
        return json.text(pointer).flatMap(Version::of);
    }
}
