package dev.sluice.console.letters;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.LetterSubject;
import dev.sluice.local.delivery.Redriving;
import java.io.IOException;
import java.util.List;

/** Dead letters as the console's API tells them. */
final class LetterJson {

    /** Of an event of many records the first so many are named. */
    static final int MOST_SUBJECTS = 50;

    private LetterJson() {}

    /** The members of a letter, without its payload. */
    static void write(JsonGenerator json, Letter letter, List<LetterSubject> subjects) throws IOException {
        json.writeNumberField("letter", letter.number());
        json.writeStringField("function", Shown.of(letter.function()));
        json.writeStringField("queue", Shown.of(letter.queue()));
        json.writeArrayFieldStart("reasons");
        for (var reason : letter.reasons()) {
            json.writeString(Shown.of(reason));
        }
        json.writeEndArray();
        json.writeNumberField("attempts", letter.attempts());
        json.writeStringField("firstFailedAt", letter.firstFailedAt().toString());
        json.writeStringField("lastFailedAt", letter.lastFailedAt().toString());
        json.writeArrayFieldStart("subjects");
        for (var subject : subjects.subList(0, Math.min(subjects.size(), MOST_SUBJECTS))) {
            json.writeStartObject();
            json.writeStringField("source", Shown.of(subject.source()));
            json.writeStringField("id", Shown.of(subject.id()));
            if (subject.correlationId().isPresent()) {
                json.writeStringField(
                        "correlationId", Shown.of(subject.correlationId().get()));
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The members of what would become of a letter. */
    static void write(JsonGenerator json, Redriving redriving) throws IOException {
        switch (redriving) {
            case Redriving.Invoked ignored -> json.writeStringField("outcome", "invoked");
            case Redriving.DoneAlready(var why) -> {
                json.writeStringField("outcome", "doneAlready");
                json.writeStringField("why", Shown.of(why));
            }
            case Redriving.Unusable(var why) -> {
                json.writeStringField("outcome", "unusable");
                json.writeStringField("why", Shown.of(why));
            }
            case Redriving.Gone ignored -> json.writeStringField("outcome", "notThere");
        }
    }
}
