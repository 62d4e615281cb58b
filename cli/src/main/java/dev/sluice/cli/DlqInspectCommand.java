package dev.sluice.cli;

import dev.sluice.cli.deadletters.LetterJson;
import dev.sluice.cli.deadletters.LetterView;
import dev.sluice.cli.json.Json;
import dev.sluice.cli.json.JsonText;
import dev.sluice.local.DeadLetterFile;
import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.LetterSubject;
import dev.sluice.local.delivery.Redriving;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints one dead letter. */
@Command(
        name = "inspect",
        description = "Prints one dead letter: what it is about, why each round failed, what redriving it would do.",
        footer = {
            "",
            "With --payload, standard output has the payload alone, byte for byte, and the rest is on standard error: "
                    + "redirect it into a file, mend that, and hand it to redrive --payload.",
            "",
            "Exits with 1 when there is no such letter."
        })
final class DlqInspectCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "The letter's id.")
    private long id;

    @Mixin
    private final DataFolder data = new DataFolder();

    @Option(names = "--payload", description = "Prints the payload, which may hold what is personal.")
    private boolean payload;

    @Option(names = "--json", description = "Prints one JSON object; the payload is in it only with --payload.")
    private boolean json;

    @Override
    public Integer call() {
        try (var file = DeadLetterFile.open(data.path(), Clock.systemUTC())) {
            var letter = file.redrive().find(id);
            if (letter.isEmpty()) {
                say("sluice: there is no dead letter " + id + ": it was redriven, or never there");
                return ExitCodes.FOUND;
            }
            print(
                    letter.get(),
                    file.details().subjects(letter.get()),
                    file.redrive().look(id, Optional.empty()));
            return ExitCodes.DONE;
        }
    }

    private void print(Letter letter, List<LetterSubject> subjects, Redriving redriving) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonText.compact(document(letter, subjects, redriving)));
        } else if (payload) {
            say(LetterView.of(letter, subjects, redriving));
            out.print(letter.payload());
        } else {
            out.println(LetterView.of(letter, subjects, redriving));
        }
        out.flush();
    }

    private void say(String text) {
        spec.commandLine().getErr().println(text);
        spec.commandLine().getErr().flush();
    }

    private Json document(Letter letter, List<LetterSubject> subjects, Redriving redriving) {
        var members = new LinkedHashMap<>((payload ? LetterJson.whole(letter) : LetterJson.of(letter)).members());
        members.put("about", LetterJson.of(subjects));
        members.put("redriving", LetterJson.of(redriving));
        return new Json.Obj(members);
    }
}
