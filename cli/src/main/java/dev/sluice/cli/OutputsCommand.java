package dev.sluice.cli;

import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.stacks.Outputs;
import dev.sluice.cli.stacks.Stacks;
import dev.sluice.cli.text.Printable;
import dev.sluice.cli.tools.Outcome;
import dev.sluice.cli.tools.Surroundings;
import dev.sluice.cli.tools.Terraform;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the outputs of a deployed stack. */
@Command(
        name = "outputs",
        description =
                "Prints what a deployed stack says of itself: its outputs, by name, as Terraform's state has them.",
        footer = {
            "",
            "Without --stack, the only one that was synthesized; of several, that of ENVIRONMENT_SUFFIX (default: dev).",
            "",
            "A sensitive output is named and never shown. Exits with 1 when there are none."
        })
final class OutputsCommand implements Callable<Integer> {

    private static final int MOST_SAID = 2_000;

    private final Surroundings around;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--stack", paramLabel = "NAME", description = "The stack.")
    private @Nullable String stack;

    @Option(names = "--json", description = "Prints one JSON object, a member for each output.")
    private boolean json;

    OutputsCommand() {
        this(Surroundings.ofThisProcess());
    }

    OutputsCommand(Surroundings around) {
        this.around = around;
    }

    @Override
    public Integer call() throws Exception {
        var stacks = Stacks.of(around);
        var name = stacks.theOne(Optional.ofNullable(stack), around.variable("ENVIRONMENT_SUFFIX"));
        if (!Files.isRegularFile(stacks.file(name))) {
            throw new CannotRun(
                    "there is no stack " + name + " (" + stacks.shownFile(name) + "): write it with ./sluice synth");
        }
        var outputs = Outputs.of(printed(stacks, name));
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonText.compact(new Json.Obj(outputs)));
        } else if (!outputs.isEmpty()) {
            out.println(table(outputs));
        }
        out.flush();
        if (outputs.isEmpty()) {
            var err = spec.commandLine().getErr();
            err.println("sluice: the state of " + name + " has no outputs: nothing is deployed, or was destroyed");
            err.flush();
        }
        return outputs.isEmpty() ? ExitCodes.FOUND : ExitCodes.DONE;
    }

    private String printed(Stacks stacks, String name) throws CannotRun, InterruptedException {
        return switch (new Terraform(around).outputs(stacks.folder(name))) {
            case Outcome.Ended(var code, var out, var ignored) when code == 0 -> out;
            case Outcome.Ended(var code, var out, var err) -> throw refused(stacks, name, err);
            case Outcome.NotStarted(var program, var why) ->
                throw new CannotRun(program + " " + why
                        + ": install Terraform 1.10 or newer (https://developer.hashicorp.com/terraform/install)");
            case Outcome.TooSlow(var program, var deadline) ->
                throw new CannotRun(program + " did not read the state within " + deadline.toSeconds()
                        + " s: is the backend reachable, is another deploy holding it?");
        };
    }

    private static CannotRun refused(Stacks stacks, String name, String said) {
        if (said.contains("terraform init") || said.contains("Backend initialization required")) {
            return new CannotRun(name
                    + " was never deployed from here: its folder is not initialized. Deploy it, or to "
                    + "read what somebody else deployed: terraform -chdir=" + stacks.shownFolder(name) + " init");
        }
        var reason = said.lines()
                .map(line -> line.replaceAll("[│╷╵]", "").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
        return new CannotRun(
                "terraform could not read the outputs of " + name + ": " + Printable.of(reason, MOST_SAID));
    }

    private static String table(Map<String, Json> outputs) {
        var width = outputs.keySet().stream().mapToInt(String::length).max().orElse(0);
        return outputs.entrySet().stream()
                .map(output ->
                        String.format(Locale.ROOT, "%-" + width + "s  %s", output.getKey(), shown(output.getValue())))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String shown(Json value) {
        return Printable.of(value.text("").orElseGet(() -> JsonText.compact(value)));
    }
}
