package dev.sluice.cli.preflight.check;

import dev.sluice.cli.preflight.Account;
import dev.sluice.cli.preflight.Answer;
import dev.sluice.cli.preflight.Check;
import dev.sluice.cli.preflight.Finding;
import dev.sluice.cli.preflight.Remedy;
import dev.sluice.cli.preflight.Subject;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The AWS Config recorder that compliance rules rely on.
 *
 * <p>An account has one for a region. The stacks refer to it and never create it.
 */
final class ConfigRecorderCheck implements Check {

    @Override
    public String what() {
        return "AWS Config recorder";
    }

    @Override
    public String wanted() {
        return "the one that the stack names, recording; without it compliance rules see nothing";
    }

    @Override
    public Finding look(Subject subject) {
        return switch (subject.account().recorders()) {
            case Answer.Unknown<List<Account.Recorder>> unknown -> cannotTell(unknown);
            case Answer.Known<List<Account.Recorder>>(var recorders) ->
                among(recorders, subject.stack().configRecorder(), region(subject));
        };
    }

    private Finding among(List<Account.Recorder> recorders, String name, String region) {
        var named = recorders.stream()
                .filter(recorder -> recorder.name().equals(name))
                .findFirst();
        if (named.isEmpty()) {
            return warning(
                    recorders.isEmpty() ? "there is none" : "none is named " + name + "; there is " + listed(recorders),
                    recorders.isEmpty()
                            ? Remedy.of(
                                    "Set AWS Config up for this region (its console does it in one click), under the name "
                                            + name)
                            : Remedy.of("Name that recorder in the stack's settings"));
        }
        return named.get().recording()
                ? fine(name + ", recording")
                : warning(
                        name + ", stopped",
                        Remedy.of(
                                "Start it:",
                                "aws configservice start-configuration-recorder --configuration-recorder-name " + name
                                        + region));
    }

    private static String region(Subject subject) {
        return subject.place().map(place -> " --region " + place.region()).orElse("");
    }

    private static String listed(List<Account.Recorder> recorders) {
        return recorders.stream().map(Account.Recorder::name).collect(Collectors.joining(", "));
    }
}
