package dev.sluice.cli;

import dev.sluice.cli.json.JsonText;
import dev.sluice.cli.preflight.Cloud;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Place;
import dev.sluice.cli.preflight.PreflightJson;
import dev.sluice.cli.preflight.Subject;
import dev.sluice.cli.preflight.ThisMachine;
import dev.sluice.cli.preflight.aws.AwsCloud;
import dev.sluice.cli.preflight.check.Checks;
import dev.sluice.cli.stacks.Stacks;
import dev.sluice.cli.tools.Surroundings;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what would stop or hurt a deploy. */
@Command(
        name = "preflight",
        description =
                "Tells what would stop or hurt a deploy, before it: compares a synthesized stack with this machine "
                        + "and with the account it would be deployed to. It reads, and changes nothing.",
        footer = {
            "",
            "Without --stack it is sluice-transactions-SUFFIX, where ENVIRONMENT_SUFFIX (default: dev) says the suffix. The "
                    + "account is asked with the credentials that AWS's tools find; AWS_ENDPOINT_URL names another place.",
            "",
            "Exits with 1 when anything would stop or hurt a deploy, or could not be told."
        })
final class PreflightCommand implements Callable<Integer> {

    private final Surroundings around;
    private final Supplier<Cloud> cloud;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--stack", paramLabel = "NAME", description = "The stack.")
    private @Nullable String stack;

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    /** AWS's classes are loaded when they are needed: every command is made when one is typed. */
    PreflightCommand() {
        this(Surroundings.ofThisProcess(), () -> new AwsCloud());
    }

    PreflightCommand(Surroundings around, Supplier<Cloud> cloud) {
        this.around = around;
        this.cloud = cloud;
    }

    @Override
    public Integer call() throws Exception {
        var stacks = Stacks.of(around);
        var name = stack == null ? Stacks.main(around.variable("ENVIRONMENT_SUFFIX")) : stack;
        var read = stacks.read(name);
        var way = cloud.get();
        var subject = Subject.of(
                read,
                stacks.shownFolder(name),
                new ThisMachine(around, stacks.folder(name)),
                Place.of(read, around, way),
                way);
        var findings = Checks.look(subject);
        var out = spec.commandLine().getOut();
        out.println(
                json
                        ? JsonText.compact(PreflightJson.of(subject, findings))
                        : new PreflightView(spec.commandLine().getColorScheme().ansi()).of(subject, findings));
        out.flush();
        return findings.stream().allMatch(Finding::isFine) ? ExitCodes.DONE : ExitCodes.FOUND;
    }
}
