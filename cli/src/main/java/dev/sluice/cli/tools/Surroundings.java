package dev.sluice.cli.tools;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a command finds around it.
 *
 * @param root the repository's folder
 * @param variables the environment of the process, handed on to the programs it runs
 */
public record Surroundings(Path root, Map<String, String> variables) {

    /** Set by the launcher, which may be called from any folder. */
    private static final String ROOT = "sluice.root";

    public Surroundings {
        variables = Map.copyOf(variables);
    }

    /** Those of this process; without the launcher, the folder it was started in is the repository. */
    public static Surroundings ofThisProcess() {
        return new Surroundings(Path.of(System.getProperty(ROOT, "")).toAbsolutePath(), System.getenv());
    }

    /** A variable's value; one that is blank is as good as not set. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** Where a program of this name is on the PATH. */
    Optional<Path> program(String name) {
        return Stream.of(variables.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder).resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
