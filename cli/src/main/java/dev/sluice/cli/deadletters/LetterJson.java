package dev.sluice.cli.deadletters;

import dev.sluice.cli.json.Json;
import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.LetterSubject;
import dev.sluice.local.delivery.Redriving;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead letters as programs read them. */
public final class LetterJson {

    private LetterJson() {}

    /** Without its payload. */
    public static Json.Obj of(Letter letter) {
        return new Json.Obj(members(letter));
    }

    /** With its payload, exactly as it is: enough to redrive it by hand, wherever that may be. */
    public static Json.Obj whole(Letter letter) {
        var members = members(letter);
        members.put("payload", new Json.Str(letter.payload()));
        return new Json.Obj(members);
    }

    private static Map<String, Json> members(Letter letter) {
        var members = new LinkedHashMap<String, Json>();
        members.put("id", number(letter.number()));
        members.put("queue", new Json.Str(letter.queue()));
        members.put("function", new Json.Str(letter.function()));
        members.put("reasons", texts(letter.reasons()));
        members.put("attempts", number(letter.attempts()));
        members.put("firstFailedAt", new Json.Str(letter.firstFailedAt().toString()));
        members.put("lastFailedAt", new Json.Str(letter.lastFailedAt().toString()));
        return members;
    }

    /** What it is about. */
    public static Json of(List<LetterSubject> subjects) {
        return new Json.Arr(subjects.stream()
                .map(subject -> {
                    var members = new LinkedHashMap<String, Json>();
                    members.put("source", new Json.Str(subject.source()));
                    members.put("id", new Json.Str(subject.id()));
                    subject.correlationId().ifPresent(id -> members.put("correlationId", new Json.Str(id)));
                    return (Json) new Json.Obj(members);
                })
                .toList());
    }

    /** What redriving would do. */
    public static Json of(Redriving redriving) {
        var members = new LinkedHashMap<String, Json>();
        switch (redriving) {
            case Redriving.Invoked ignored -> members.put("would", new Json.Str("invoke"));
            case Redriving.DoneAlready(var why) -> {
                members.put("would", new Json.Str("remove"));
                members.put("why", new Json.Str(why));
            }
            case Redriving.Unusable(var why) -> {
                members.put("would", new Json.Str("leave"));
                members.put("why", new Json.Str(why));
            }
            case Redriving.Gone ignored -> members.put("would", new Json.Str("findNothing"));
        }
        return new Json.Obj(members);
    }

    static Json texts(List<String> texts) {
        return new Json.Arr(
                texts.stream().map(text -> (Json) new Json.Str(text)).toList());
    }

    static Json number(long value) {
        return new Json.Num(BigDecimal.valueOf(value));
    }
}
