package dev.sluice.cli;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.stacks.Stack;
import dev.sluice.cli.stacks.Stacks;
import dev.sluice.cli.tools.Outcome;
import dev.sluice.cli.tools.Surroundings;
import dev.sluice.cli.tools.Tool;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the Terraform of every stack. */
@Command(
        name = "synth",
        description = "Writes the Terraform of every stack into cdktf.out, and says where each lies.",
        footer = {
            "",
            "ENVIRONMENT_SUFFIX (default: dev) ends every name, AWS_REGION says where, COST_CENTER becomes a tag; "
                    + "CDKTF_OUTDIR is another place than cdktf.out.",
            "",
            "What the synthesis says goes to standard error."
        })
final class SynthCommand implements Callable<Integer> {

    private static final String SCRIPT = "build-tools/synth.sh";

    /** The first time it is built, with what it needs fetched; after that it takes seconds. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final Duration TO_SAY_A_VERSION = Duration.ofSeconds(20);

    private final Surroundings around;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    SynthCommand() {
        this(Surroundings.ofThisProcess());
    }

    SynthCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isRegularFile(around.root().resolve(SCRIPT))) {
            throw new CannotRun("there is no " + SCRIPT + " in " + around.root()
                    + ": run ./sluice of the repository, or run this in the repository's folder");
        }
        demandNode();
        synthesize();
        var stacks = Stacks.of(around);
        var all = new ArrayList<Stack>();
        for (var name : stacks.names()) {
            all.add(stacks.read(name));
        }
        var out = spec.commandLine().getOut();
        out.println(json ? JsonText.compact(document(stacks, all)) : text(stacks, all));
        out.flush();
        return ExitCodes.DONE;
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
        var err = spec.commandLine().getErr();
        var synthesis = new Tool(List.of("sh", SCRIPT), around.root(), Map.of("CHECKPOINT_DISABLE", "1"), LONGEST);
        var outcome = synthesis.follow(around, line -> {
            err.println(line);
            err.flush();
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

    private static String text(Stacks stacks, List<Stack> all) {
        var lines = new ArrayList<String>();
        for (var stack : all) {
            lines.add(stacks.shownFile(stack.name()) + "  " + stack.resources() + " resources");
        }
        return all.isEmpty() ? "no stack was written" : String.join(System.lineSeparator(), lines);
    }

    private static Json document(Stacks stacks, List<Stack> all) {
        var items = new ArrayList<Json>();
        for (var stack : all) {
            var members = new LinkedHashMap<String, Json>();
            members.put("stack", new Json.Str(stack.name()));
            members.put("file", new Json.Str(stacks.shownFile(stack.name())));
            members.put("resources", new Json.Num(BigDecimal.valueOf(stack.resources())));
            items.add(new Json.Obj(members));
        }
        return new Json.Obj(Map.of("stacks", new Json.Arr(items)));
    }
}
