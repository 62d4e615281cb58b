package dev.sluice.simulation;

import dev.sluice.simulation.campaign.Campaign;
import dev.sluice.simulation.campaign.Shrinking;
import dev.sluice.simulation.campaign.Story;
import dev.sluice.simulation.campaign.Trial;
import dev.sluice.simulation.world.Parts;
import dev.sluice.simulation.world.Plan;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** The command: a campaign of many seeds, or one seed told in full. */
public final class Main {

    static final int DONE = 0;
    static final int BROKEN = 1;
    static final int USAGE = 2;

    private static final String HOW = """
            usage: simulation/run --seeds N [--from S] [--threads T]   a campaign of N seeds, from S on (1), on T threads (1)
                   simulation/run --seed S                             one seed, with all that happens in it
            exit codes: 0 every law holds, 1 a law is broken, 2 usage
            """;

    /** Of this many that failed the shortest history is looked for. */
    private static final int MOST_TOLD = 2;

    private Main() {}

    /**
     * Runs what was asked for and ends the process with its exit code.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        try {
            var options = Options.read(arguments);
            return options.seed().isPresent() ? one(options.seed().getAsLong()) : many(options);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.print(HOW);
            return USAGE;
        }
    }

    private static int one(long seed) {
        var trial = Trial.of(Plan.of(seed), Parts.REAL, fault -> true, true);
        System.out.println(Story.of(trial));
        return trial.broken().isPresent() ? BROKEN : DONE;
    }

    private static int many(Options options) {
        var began = System.nanoTime();
        var campaign = new Campaign(Parts.REAL, options.from(), options.seeds(), options.threads());
        Campaign.Result result;
        try (var progress = Progress.onStandardError(options.seeds())) {
            result = campaign.run(progress);
        }
        System.out.print(result.tally().table(Duration.ofNanos(System.nanoTime() - began)));
        for (var failure : result.failures()) {
            System.out.println("seed " + failure.plan().seed() + " "
                    + failure.broken().map(Object::toString).orElse(""));
        }
        for (var failure : result.failures().stream().limit(MOST_TOLD).toList()) {
            System.out.println("\nThe shortest history:\n\n" + Story.of(Shrinking.of(failure, Parts.REAL)));
        }
        return result.failures().isEmpty() ? DONE : BROKEN;
    }

    /** What was asked for. */
    record Options(OptionalLong seed, long seeds, long from, int threads) {

        static Options read(List<String> arguments) {
            var options = new Options(OptionalLong.empty(), 0, 1, 1);
            if (arguments.size() % 2 != 0) {
                throw new IllegalArgumentException("every option has a number behind it");
            }
            for (var i = 0; i < arguments.size(); i += 2) {
                options = options.with(arguments.get(i), number(arguments.get(i + 1)));
            }
            if (options.seed.isEmpty() && options.seeds < 1) {
                throw new IllegalArgumentException("say how many seeds, or which one");
            }
            if (options.threads < 1 || options.threads > 64) {
                throw new IllegalArgumentException("--threads is 1 to 64");
            }
            return options;
        }

        private Options with(String name, long value) {
            return switch (name) {
                case "--seed" -> new Options(OptionalLong.of(value), seeds, from, threads);
                case "--seeds" -> new Options(seed, value, from, threads);
                case "--from" -> new Options(seed, seeds, value, threads);
                case "--threads" -> new Options(seed, seeds, from, (int) Math.min(value, Integer.MAX_VALUE));
                default -> throw new IllegalArgumentException(name + " is no option");
            };
        }

        private static long number(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + text + "' is no whole number", e);
            }
        }
    }
}
