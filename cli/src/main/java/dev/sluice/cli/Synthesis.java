package dev.sluice.cli;

import dev.sluice.cli.tools.Outcome;
import dev.sluice.cli.tools.Surroundings;
import dev.sluice.cli.tools.Tool;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Writing the Terraform of every stack into {@code cdktf.out}.
 *
 * @param around where the repository is
 * @param told gets each line that the synthesis says
 */
record Synthesis(Surroundings around, PrintWriter told) {

    private static final String SCRIPT = "build-tools/synth.sh";

    /** The first time it is built, with what it needs fetched; after that it takes seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration TO_SAY_A_VERSION = Duration.ofSeconds(20);

    /** Does it; what is there already is written anew. */
    void run() throws CannotRun, InterruptedException {
        if (!Files.isRegularFile(around.root().resolve(SCRIPT))) {
            throw new CannotRun("there is no " + SCRIPT + " in " + around.root()
                    + ": run ./sluice of the repository, or run this in the repository's folder");
        }
        demandNode();
        synthesize();
    }

    /** Without it, synthesis would end in a stack trace of somebody else's. */
    private void demandNode() throws CannotRun, InterruptedException {
        var node = new Tool(List.of("node", "--version"), around.root(), Map.of(), TO_SAY_A_VERSION);
        if (!(node.run(around) instanceof Outcome.Ended(var code, var ignoredOut, var ignoredErr) && code == 0)) {
            throw new CannotRun(
                    "synthesis needs Node, 20 or newer, and there is none on the PATH that runs: install it "
                            + "(https://nodejs.org)");
        }
    }

    private void synthesize() throws CannotRun, InterruptedException {
        var synthesis = new Tool(List.of("sh", SCRIPT), around.root(), Map.of("CHECKPOINT_DISABLE", "1"), LONGEST);
        var outcome = synthesis.follow(around, line -> {
            told.println(line);
            told.flush();
        });
        switch (outcome) {
            case Outcome.Ended(var code, var ignoredOut, var ignoredErr) -> {
                if (code != 0) {
                    throw new CannotRun("the synthesis failed with " + code + "; its reason is above");
                }
            }
            case Outcome.NotStarted(var program, var why) -> throw new CannotRun(program + " " + why);
            case Outcome.TooSlow slow ->
                throw new CannotRun(
                        "the synthesis was stopped: it took longer than " + LONGEST.toMinutes() + " minutes");
        }
    }
}
