package dev.sluice.integration.kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param file what is replayed; absent: a file is made
 * @param mapping says which column of the file is which field; a made file has its own
 * @param rows of the file that is made
 * @param times how often the running pipeline is killed
 * @param seed decides who is killed, when, and what is in the made file
 * @param folder keeps everything of the run; absent: a temporary one that is removed where nothing was found
 */
record Settings(Optional<Path> file, Optional<Path> mapping, int rows, int times, long seed, Optional<Path> folder) {

    static final String USAGE = """
            usage: kill-replay.sh [FILE [--mapping M]] [--times N] [--seed N] [--rows N] [--folder DIR]
              FILE       what is replayed, CSV or JSON Lines (default: JSON Lines made from the seed)
              --mapping  which column of FILE is which field
              --times    how often the running pipeline is killed, 1 to 1000 (default: 20)
              --seed     decides who is killed and when (default: another one each time)
              --rows     rows of the file that is made, 1 to 1000000 (default: 20000)
              --folder   an empty folder that keeps everything (default: temporary, kept where something was found)""";

    private static final int MOST_TIMES = 1_000;
    private static final int MOST_ROWS = 1_000_000;

    /**
     * Reads them from what was typed.
     *
     * @param otherSeed the seed where none is stated
     * @throws IllegalArgumentException with a sentence for whoever typed it
     */
    static Settings of(String[] words, long otherSeed) {
        var settings = new Settings(Optional.empty(), Optional.empty(), 20_000, 20, otherSeed, Optional.empty());
        for (var i = 0; i < words.length; i++) {
            var word = words[i];
            if (!word.startsWith("--")) {
                settings = settings.withFile(Path.of(word));
                continue;
            }
            if (++i == words.length) {
                throw new IllegalArgumentException(word + ": a value is missing");
            }
            settings = settings.with(word, words[i]);
        }
        settings.check();
        return settings;
    }

    private Settings with(String option, String value) {
        return switch (option) {
            case "--mapping" -> new Settings(file, Optional.of(Path.of(value)), rows, times, seed, folder);
            case "--times" ->
                new Settings(file, mapping, rows, (int) number(option, value, 1, MOST_TIMES), seed, folder);
            case "--rows" ->
                new Settings(file, mapping, (int) number(option, value, 1, MOST_ROWS), times, seed, folder);
            case "--seed" ->
                new Settings(file, mapping, rows, times, number(option, value, Long.MIN_VALUE, Long.MAX_VALUE), folder);
            case "--folder" -> new Settings(file, mapping, rows, times, seed, Optional.of(Path.of(value)));
            default -> throw new IllegalArgumentException("there is no option " + option);
        };
    }

    private Settings withFile(Path path) {
        if (file.isPresent()) {
            throw new IllegalArgumentException("one file at a time: " + file.get() + " or " + path);
        }
        return new Settings(Optional.of(path), mapping, rows, times, seed, folder);
    }

    private void check() {
        file.ifPresent(Settings::checkThere);
        mapping.ifPresent(Settings::checkThere);
        if (mapping.isPresent() && file.isEmpty()) {
            throw new IllegalArgumentException("--mapping: belongs to a FILE, and there is none");
        }
    }

    private static void checkThere(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("there is no file " + path);
        }
    }

    private static long number(String option, String value, long least, long most) {
        try {
            var number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The sentence below says what is expected.
        }
        throw new IllegalArgumentException(option + ": a whole number from " + least + " to " + most + " is expected");
    }
}
