package dev.sluice.console.letters;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Invalid;
import dev.sluice.console.page.Page;
import dev.sluice.domain.validation.Violation;
import dev.sluice.local.delivery.Letter;
import dev.sluice.local.delivery.LetterCensus;
import dev.sluice.local.delivery.LetterDetails;
import dev.sluice.local.delivery.LetterFilter;
import dev.sluice.local.delivery.LetterSubject;
import dev.sluice.local.delivery.Redrive;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.sqlite.Database;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The dead letters that somebody asks for, oldest first and page by page, with how many there are of each kind. */
public final class LettersPage implements Page {

    /** How many a page has at most. */
    static final int MOST = 200;

    /** How many a page has where nobody says. */
    static final int USUAL = 50;

    /** How many kinds are told at most. */
    static final int MOST_GROUPS = 50;

    private final Redrive redrive;
    private final LetterCensus census;
    private final LetterDetails details;
    private final InstantSource clock;

    public LettersPage(Database database, InstantSource clock) {
        this.redrive = new Redrive(database, clock);
        this.census = new LetterCensus(database, clock);
        this.details = new LetterDetails(database);
        this.clock = clock;
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        var wrong = new ArrayList<Violation>();
        var choice = LetterChoice.read(request::parameter, "", wrong::add);
        var after = number(request, "after", 0, 0, Long.MAX_VALUE, wrong::add);
        var limit = (int) number(request, "limit", USUAL, 1, MOST, wrong::add);
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        var filter = choice.at(clock.instant());
        // One more says whether there is a next page.
        var found = redrive.find(filter, after, limit + 1);
        var letters = found.subList(0, Math.min(found.size(), limit));
        var subjects = letters.stream().collect(Collectors.toMap(Letter::number, details::subjects));
        return Answers.json(json -> {
            if (after == 0) {
                counts(json, filter);
            }
            json.writeArrayFieldStart("letters");
            for (var letter : letters) {
                json.writeStartObject();
                LetterJson.write(json, letter, about(letter, subjects));
                json.writeEndObject();
            }
            json.writeEndArray();
            if (found.size() > limit) {
                json.writeNumberField("next", letters.getLast().number());
            }
        });
    }

    /** Each looks at all letters, so they are told with the first page alone. */
    private void counts(JsonGenerator json, LetterFilter filter) throws IOException {
        json.writeNumberField("total", census.total(filter));
        json.writeArrayFieldStart("groups");
        for (var group : census.groups(filter, MOST_GROUPS)) {
            json.writeStartObject();
            json.writeStringField("function", Shown.of(group.function()));
            json.writeStringField("reason", Shown.of(group.reason()));
            json.writeNumberField("count", group.count());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<LetterSubject> about(Letter letter, Map<Long, List<LetterSubject>> subjects) {
        return subjects.getOrDefault(letter.number(), List.of());
    }

    private static long number(
            PageRequest request, String name, long usual, long least, long most, Consumer<Violation> wrong) {
        var text = request.parameter(name);
        if (text.isEmpty()) {
            return usual;
        }
        var number = WholeNumber.read(text.get(), least, most);
        if (number.isEmpty()) {
            var upTo = most == Long.MAX_VALUE ? " on" : " to " + most;
            wrong.accept(new Violation("/" + name, "no-number", "is to be a whole number from " + least + upTo));
        }
        return number.orElse(usual);
    }
}
