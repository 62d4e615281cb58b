package dev.sluice.cli;

import dev.sluice.cli.deadletters.LetterJson;
import dev.sluice.cli.deadletters.LetterTable;
import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.local.DeadLetterFile;
import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.Redrive;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints dead letters, a line each. */
@Command(
        name = "list",
        description = "Prints the dead letters, oldest first, a line each with the latest reason.",
        footer = {"", "Exits with 1 when there are any."})
final class DlqListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final LetterChoice choice = new LetterChoice();

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--json", description = "Prints one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var clock = Clock.systemUTC();
        try (var file = DeadLetterFile.open(data.path(), clock)) {
            var letters = file.redrive().find(choice.at(clock.instant()));
            var out = spec.commandLine().getOut();
            out.println(json ? JsonText.compact(document(letters)) : text(letters));
            out.flush();
            return letters.isEmpty() ? ExitCodes.DONE : ExitCodes.FOUND;
        }
    }

    private static boolean more(List<Letter> letters) {
        return letters.size() == Redrive.MOST;
    }

    private String text(List<Letter> letters) {
        if (letters.isEmpty()) {
            return choice.isAny() ? "no dead letters" : "no dead letters like that";
        }
        return String.join(
                System.lineSeparator(),
                LetterTable.of(letters),
                letters.size()
                        + (more(letters) ? " and more; name a filter" : letters.size() == 1 ? " letter" : " letters")
                        + ". Look at one: ./sluice dlq inspect ID; see what redriving would do: ./sluice dlq redrive --all --dry-run");
    }

    private static Json document(List<Letter> letters) {
        var members = new LinkedHashMap<String, Json>();
        members.put(
                "letters",
                new Json.Arr(letters.stream().map(l -> (Json) LetterJson.of(l)).toList()));
        members.put("more", new Json.Bool(more(letters)));
        return new Json.Obj(members);
    }
}
