package dev.sluice.simulation.campaign;

import dev.sluice.simulation.world.Item;
import java.util.stream.Collectors;

/** A run for a person to read. */
public final class Story {

    /** What the engine does when nothing comes of it. */
    private static final String IDLE = "  engine  ";

    private Story() {}

    /** What is to happen, what goes wrong, and all that came of it, in order. */
    public static String of(Trial trial) {
        var text = new StringBuilder();
        text.append("seed ").append(trial.plan().seed()).append("; the machine's clock says ");
        text.append(trial.plan().start()).append(" when it begins; ");
        text.append(trial.plan().handsOver() ? "what is published is handed over in memory" : "nothing is handed over");
        text.append("\n\nwhat is to happen:\n");
        for (Item item : trial.plan().items()) {
            text.append("  %10.3f s  %-12s %s%n".formatted(item.at() / 1000.0, item.name(), item));
        }
        text.append("\nwhat goes wrong:\n");
        trial.happened().forEach(fault -> text.append("  ").append(fault).append('\n'));
        text.append("\nwhat came of it, by seconds since the run began:\n");
        text.append(trial.trace().stream().filter(line -> !line.contains(IDLE)).collect(Collectors.joining("\n")));
        text.append("\n\n");
        text.append(trial.broken().map(broken -> "broken: " + broken).orElse("every law holds"));
        return text.toString();
    }
}
