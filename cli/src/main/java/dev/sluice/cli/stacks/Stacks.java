package dev.sluice.cli.stacks;

import dev.sluice.cli.tools.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where synthesis writes the Terraform of each stack.
 *
 * @param root the repository's folder
 * @param output what CDKTF writes into
 */
public record Stacks(Path root, Path output) {

    private static final String FILE = "cdk.tf.json";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final long MOST_BYTES = 32L << 20;
    private static final String SYNTH = "write it with ./sluice synth";

    /** Those of a repository; {@code CDKTF_OUTDIR} may say another place than {@code cdktf.out}. */
    public static Stacks of(Surroundings around) {
        return new Stacks(
                around.root(),
                around.root().resolve(around.variable("CDKTF_OUTDIR").orElse("cdktf.out")));
    }

    /** The stacks that are there, by name. */
    public List<String> names() throws IOException {
        var all = output.resolve("stacks");
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (var folders = Files.list(all)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(FILE)))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted()
                    .toList();
        }
    }

    /** The folder of a stack. */
    public Path folder(String name) {
        return output.resolve("stacks").resolve(name);
    }

    /** The file of a stack. */
    public Path file(String name) {
        return folder(name).resolve(FILE);
    }

    /** A stack's file as messages have it: as seen from the repository, where it is inside. */
    public String shownFile(String name) {
        return shown(file(name));
    }

    /** A stack's folder as messages have it. */
    public String shownFolder(String name) {
        return shown(folder(name));
    }

    private String shown(Path path) {
        return path.startsWith(root) ? root.relativize(path).toString() : path.toString();
    }

    /** Reads a stack. */
    public Stack read(String name) throws IOException, StackMistake {
        var shown = shownFile(checked(name));
        var file = file(name);
        if (!Files.isRegularFile(file)) {
            throw new StackMistake("there is no stack " + name + " (" + shown + "): " + SYNTH + there());
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new StackMistake(
                    shown + " is larger than " + (MOST_BYTES >> 20) + " MiB: it is no stack's Terraform");
        }
        return StackFile.read(name, shown, Files.readAllBytes(file));
    }

    /**
     * The stack that is meant.
     *
     * @param wanted the one that was asked for, if any was
     * @param suffix the environment, where it was said; its default is {@code dev}
     */
    public String theOne(Optional<String> wanted, Optional<String> suffix) throws IOException, StackMistake {
        if (wanted.isPresent()) {
            return checked(wanted.get());
        }
        var names = names();
        var end = "-" + suffix.orElse("dev");
        var ending = names.stream().filter(name -> name.endsWith(end)).toList();
        if (names.isEmpty()) {
            throw new StackMistake("there is no stack in " + shown(output) + ": " + SYNTH);
        }
        // A stack of another environment than the one that was named is never meant.
        if (names.size() == 1 && (suffix.isEmpty() || ending.size() == 1)) {
            return names.getFirst();
        }
        if (ending.contains(main(suffix))) {
            return main(suffix);
        }
        if (ending.size() == 1) {
            return ending.getFirst();
        }
        throw new StackMistake("which stack? Say --stack NAME" + there());
    }

    /** The transaction pipeline's stack in an environment. */
    public static String main(Optional<String> suffix) {
        return "sluice-transactions-" + suffix.orElse("dev");
    }

    private String there() throws IOException {
        var names = names();
        return names.isEmpty() ? "" : "; there are " + String.join(", ", names);
    }

    private static String checked(String name) throws StackMistake {
        if (!NAME.matcher(name).matches()) {
            throw new StackMistake("--stack: a stack's name is letters, digits, '-' and '_'");
        }
        return name;
    }
}
