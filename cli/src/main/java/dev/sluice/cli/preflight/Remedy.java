package dev.sluice.cli.preflight;

import java.util.List;

/**
 * What to do.
 *
 * @param sentence says it to a person
 * @param commands what a shell would be given, in order; none where a sentence is all that helps
 */
public record Remedy(String sentence, List<String> commands) {

    public Remedy {
        sentence = Masked.of(sentence);
        commands = commands.stream().map(Masked::of).toList();
    }

    /** What to do, with the commands that do it. */
    public static Remedy of(String sentence, String... commands) {
        return new Remedy(sentence, List.of(commands));
    }
}
