package dev.sluice.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is asked for.
 *
 * @param commands at least one
 * @param quick to see that it works; such figures are neither written nor held against stored ones
 * @param write the tables, the charts and the ratios are kept
 * @param compare to end with 1 where a ratio is worse than what is stored
 */
record Arguments(List<Command> commands, boolean quick, boolean write, boolean compare) {

    private static final String ALL = "all";

    Arguments {
        commands = List.copyOf(commands);
    }

    /** Nothing where it cannot be understood. */
    static Optional<Arguments> of(List<String> arguments) {
        var words = new ArrayList<>(arguments);
        var quick = words.remove("--quick");
        var write = words.remove("--write");
        var compare = words.remove("--compare");
        if (words.size() != 1 || (quick && (write || compare))) {
            return Optional.empty();
        }
        var commands = Arrays.stream(Command.values())
                .filter(command -> words.contains(ALL) || words.contains(command.word()))
                .toList();
        return commands.isEmpty() ? Optional.empty() : Optional.of(new Arguments(commands, quick, write, compare));
    }

    static String usage() {
        return "usage: benchmarks/run "
                + Arrays.stream(Command.values()).map(Command::word).collect(Collectors.joining("|")) + "|" + ALL
                + " [--quick | [--write] [--compare]]";
    }
}
