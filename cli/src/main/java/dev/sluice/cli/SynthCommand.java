package dev.sluice.cli;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.stacks.Stack;
import dev.sluice.cli.stacks.Stacks;
import dev.sluice.cli.tools.Surroundings;
import java.math.BigDecimal;
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
        new Synthesis(around, spec.commandLine().getErr()).run();
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
