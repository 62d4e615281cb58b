package dev.sluice.cli.tools;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Terraform's command line, asked for what it knows; it changes nothing here. */
public final class Terraform {

    /** Its own start, some of it on a busy machine. */
    private static final Duration TO_SAY_ITS_VERSION = Duration.ofSeconds(20);

    /** It may have to fetch a state from afar. */
    private static final Duration TO_READ_A_STATE = Duration.ofSeconds(60);

    private final Surroundings around;

    public Terraform(Surroundings around) {
        this.around = around;
    }

    /** {@code terraform version -json}. */
    public Outcome version() throws InterruptedException {
        return run(around.root(), TO_SAY_ITS_VERSION, "version", "-json");
    }

    /** {@code terraform output -json} of the stack that lies in a folder. */
    public Outcome outputs(Path folder) throws InterruptedException {
        return run(folder, TO_READ_A_STATE, "output", "-json", "-no-color");
    }

    private Outcome run(Path folder, Duration deadline, String... arguments) throws InterruptedException {
        var command =
                Stream.concat(Stream.of("terraform"), Stream.of(arguments)).toList();
        // It would ask its maker for newer versions, and wait for the answer.
        return new Tool(
                        List.copyOf(command),
                        folder,
                        Map.of("CHECKPOINT_DISABLE", "1", "TF_IN_AUTOMATION", "1"),
                        deadline)
                .run(around);
    }
}
