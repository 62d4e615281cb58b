package dev.sluice.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program from the start of its process to its end.
 *
 * @param command with its arguments
 * @param environment beside this process's own
 * @param said the file that gets what it says, each time anew
 */
public record Clocked(List<String> command, Map<String, String> environment, Path said) {

    public Clocked {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A Java program with the flags that the scripts give short commands, on this very JVM. */
    public static Clocked java(List<String> arguments, Map<String, String> environment, Path said) {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        words.addAll(arguments);
        return new Clocked(words, environment, said);
    }

    /**
     * Runs it once; seconds.
     *
     * @param highestCode that it may end with and has done its work
     * @throws IllegalStateException where it ends with another one: there is no figure then
     */
    public double seconds(int highestCode) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        var began = System.nanoTime();
        var code = builder.start().waitFor();
        var seconds = (System.nanoTime() - began) / 1e9;
        if (code > highestCode) {
            // Without its words: a class path is longer than what is wrong.
            throw new IllegalStateException("what was clocked ended with " + code + ": " + Files.readString(said));
        }
        return seconds;
    }
}
