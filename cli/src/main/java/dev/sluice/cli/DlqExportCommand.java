package dev.sluice.cli;

import dev.sluice.cli.deadletters.LetterJson;
import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.local.DeadLetterFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes dead letters into a file. */
@Command(
        name = "export",
        description = "Writes dead letters with their payloads into a JSON Lines file, a letter a line.",
        footer = {
            "",
            "The letters stay where they are. The file is for its owner alone (mode 0600), it is there whole or not at "
                    + "all, and one that is there already is not replaced."
        })
final class DlqExportCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file to write.")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    @Mixin
    private final LetterChoice choice = new LetterChoice();

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--json", description = "Prints how many as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var clock = Clock.systemUTC();
        try (var file = DeadLetterFile.open(data.path(), clock)) {
            var count =
                    file.export(choice.at(clock.instant()), to, letter -> JsonText.compact(LetterJson.whole(letter)));
            var out = spec.commandLine().getOut();
            out.println(json ? JsonText.compact(document(count)) : text(count));
            out.flush();
            return ExitCodes.DONE;
        }
    }

    private String text(long count) {
        return count == 0
                ? "no dead letters" + (choice.isAny() ? "" : " like that") + "; nothing is written"
                : "wrote " + count + (count == 1 ? " dead letter to " : " dead letters to ") + to
                        + "; they stay where they are";
    }

    private Json document(long count) {
        var members = new LinkedHashMap<String, Json>();
        members.put("letters", new Json.Num(BigDecimal.valueOf(count)));
        members.put("file", count == 0 ? new Json.Null() : new Json.Str(to.toString()));
        return new Json.Obj(members);
    }
}
