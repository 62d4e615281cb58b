package dev.sluice.integration.sandbox;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which sandbox the suite runs against, as its system properties say.
 *
 * <pre>
 * (nothing)                        the AWS emulator, which is started for it
 * -Dsandbox=aws                    an account: the one that the AWS profile or variables lead to
 *   -Dsandbox.suffix=SUFFIX        what is deployed there, tested and destroyed
 *   -Dsandbox.outputs=FILE         what is deployed there already, by its outputs (./sluice outputs --json); it stays
 *   -Dsandbox.denied=ID,ID         accounts that are never touched, beside SANDBOX_DENIED_ACCOUNTS
 * </pre>
 */
sealed interface Choice {

    /** The emulator. */
    record OfEmulator() implements Choice {}

    /**
     * An account.
     *
     * @param suffix what ends the names there
     * @param outputs the outputs of what is deployed already
     * @param denied the ids of accounts that are never touched
     */
    record OfAccount(String suffix, Optional<Path> outputs, Set<String> denied) implements Choice {}

    /**
     * What is chosen.
     *
     * @throws IllegalArgumentException where it cannot be
     */
    static Choice of(Map<String, String> properties, Map<String, String> variables) {
        return switch (properties.getOrDefault("sandbox", "emulator")) {
            case "emulator" -> new OfEmulator();
            case "aws" -> account(properties, variables);
            case String other ->
                throw new IllegalArgumentException("-Dsandbox is emulator or aws, and not '" + other + "'");
        };
    }

    private static OfAccount account(Map<String, String> properties, Map<String, String> variables) {
        var outputs = Optional.ofNullable(properties.get("sandbox.outputs")).map(Path::of);
        var suffix = properties.getOrDefault("sandbox.suffix", "");
        if (suffix.isEmpty() && outputs.isEmpty()) {
            throw new IllegalArgumentException("-Dsandbox=aws needs -Dsandbox.suffix, which nothing else there ends"
                    + " with, or -Dsandbox.outputs with what is deployed");
        }
        var denied = new TreeSet<String>();
        for (var listed : new String[] {
            properties.getOrDefault("sandbox.denied", ""), variables.getOrDefault("SANDBOX_DENIED_ACCOUNTS", "")
        }) {
            listed.lines()
                    .flatMap(line -> Arrays.stream(line.split("[, ]+", -1)))
                    .forEach(denied::add);
        }
        denied.remove("");
        return new OfAccount(suffix, outputs, Set.copyOf(denied));
    }
}
