package dev.sluice.benchmarks.figures;

import java.util.List;
import java.util.Optional;

/** Versions of libraries, as the names of their files say them. */
public final class Versions {

    private static final String JAR = ".jar";

    private Versions() {}

    /**
     * A name and a version each, in the order of the names; those that are not there are left out.
     *
     * @param files names of jars, without folders
     * @param names of libraries, without versions
     */
    public static List<String> of(List<String> files, List<String> names) {
        return names.stream()
                .flatMap(name -> files.stream().sorted().flatMap(file -> version(name, file).stream()))
                .toList();
    }

    private static Optional<String> version(String name, String file) {
        var begin = name.length() + 1;
        return file.startsWith(name + "-") && file.endsWith(JAR) && Character.isDigit(file.charAt(begin))
                ? Optional.of(name + " " + file.substring(begin, file.length() - JAR.length()))
                : Optional.empty();
    }
}
