package dev.sluice.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** A command each: what is measured, printed as the table that docs/performance.md holds. */
public final class Main {

    private static final int WORSE = 1;
    private static final int USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var asked = Arguments.of(List.of(arguments));
        if (asked.isEmpty()) {
            System.err.println(Arguments.usage());
            System.exit(USAGE);
        }
        var repository =
                Path.of(System.getProperty("sluice.root", ".")).toAbsolutePath().normalize();
        var ran = "benchmarks/run " + String.join(" ", arguments);
        if (isWorse(asked.orElseThrow(), repository, ran)) {
            System.exit(WORSE);
        }
    }

    private static boolean isWorse(Arguments asked, Path repository, String ran) throws Exception {
        var settings = new Settings(repository, asked.quick());
        var kept = new Kept(settings, ran);
        var worse = false;
        for (var command : asked.commands()) {
            var measured = command.measure(settings);
            var comparison = kept.compared(command, measured);
            System.out.println("\n" + command.word() + "\n\n" + measured.text());
            if (!comparison.all().isEmpty()) {
                System.out.println(
                        "compared with what is stored (" + kept.against(command) + ")\n\n" + comparison.told());
            }
            worse |= comparison.isWorse();
            // After each: what follows takes long, and may fail.
            if (asked.write()) {
                kept.write(command, measured);
            }
        }
        return asked.compare() && worse;
    }
}
