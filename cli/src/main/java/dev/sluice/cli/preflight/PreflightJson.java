package dev.sluice.cli.preflight;

import dev.sluice.cli.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a preflight found, as programs read it. */
public final class PreflightJson {

    private PreflightJson() {}

    /** The findings about a stack, in the order they were made. */
    public static Json of(Subject subject, List<Finding> findings) {
        var members = new LinkedHashMap<String, Json>();
        members.put("stack", new Json.Str(subject.stack().name()));
        subject.place().ifPresent(place -> members.put("region", new Json.Str(place.region())));
        if (subject.caller() instanceof Answer.Known<Caller>(var caller)) {
            members.put("accountEndsWith", new Json.Str(caller.account()));
        }
        members.put("fine", new Json.Bool(findings.stream().allMatch(Finding::isFine)));
        members.put(
                "checks",
                new Json.Arr(findings.stream().map(PreflightJson::finding).toList()));
        return new Json.Obj(members);
    }

    private static Json finding(Finding finding) {
        var members = new LinkedHashMap<String, Json>();
        members.put("what", new Json.Str(finding.what()));
        members.put("verdict", new Json.Str(code(finding.verdict())));
        members.put("found", new Json.Str(finding.found()));
        members.put("wanted", new Json.Str(finding.wanted()));
        switch (finding.verdict()) {
            case Verdict.Fine fine -> {}
            case Verdict.Warning(var remedy) -> remedy(members, remedy);
            case Verdict.Stop(var remedy) -> remedy(members, remedy);
            case Verdict.CannotTell(var remedy) -> remedy(members, remedy);
        }
        return new Json.Obj(members);
    }

    private static String code(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Fine fine -> "fine";
            case Verdict.Warning warning -> "warning";
            case Verdict.Stop stop -> "stop";
            case Verdict.CannotTell unknown -> "cannot_tell";
        };
    }

    private static void remedy(Map<String, Json> members, Remedy remedy) {
        members.put("do", new Json.Str(remedy.sentence()));
        members.put(
                "commands",
                new Json.Arr(remedy.commands().stream()
                        .map(command -> (Json) new Json.Str(command))
                        .toList()));
    }
}
