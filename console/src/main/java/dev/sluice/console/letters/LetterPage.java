package dev.sluice.console.letters;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Invalid;
import dev.sluice.console.page.Page;
import dev.sluice.local.delivery.LetterDetails;
import dev.sluice.local.delivery.Redrive;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.sqlite.Database;
import java.time.InstantSource;
import java.util.Optional;

/** One dead letter with what its function was given, and what redriving it would do now. */
public final class LetterPage implements Page {

    /** How much of a payload is shown, characters: more than any event of the pipeline has. */
    static final int LONGEST_PAYLOAD = 256 * 1024;

    private final Redrive redrive;
    private final LetterDetails details;

    public LetterPage(Database database, InstantSource clock) {
        this.redrive = new Redrive(database, clock);
        this.details = new LetterDetails(database);
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        var number = request.parameter("letter")
                .flatMap(text -> WholeNumber.read(text, 1, Long.MAX_VALUE))
                .orElseThrow(() -> Invalid.of("letter", "no-number", "is to be the number of a dead letter"));
        var found = redrive.find(number);
        if (found.isEmpty()) {
            return Answers.problem(
                    404, "there is no such dead letter: it was redriven, it is in somebody's hand, or it never was");
        }
        var letter = found.get();
        var subjects = details.subjects(letter);
        var redriving = redrive.look(number, Optional.empty());
        return Answers.json(json -> {
            json.writeObjectFieldStart("letter");
            LetterJson.write(json, letter, subjects);
            json.writeEndObject();
            var payload = shown(letter.payload());
            json.writeStringField("payload", payload);
            if (payload.length() < letter.payload().length()) {
                json.writeBooleanField("cut", true);
            }
            json.writeObjectFieldStart("redriving");
            LetterJson.write(json, redriving);
            json.writeEndObject();
        });
    }

    private static String shown(String payload) {
        if (payload.length() <= LONGEST_PAYLOAD) {
            return payload;
        }
        var inPair = Character.isHighSurrogate(payload.charAt(LONGEST_PAYLOAD - 1));
        return payload.substring(0, inPair ? LONGEST_PAYLOAD - 1 : LONGEST_PAYLOAD);
    }
}
