package dev.sluice.console.refused;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Page;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** What senders were refused for, the most frequent first. */
public final class RefusedPage implements Page {

    /** How many rows are told. */
    static final int MOST_ROWS = 500;

    private final Refusals refusals;

    public RefusedPage(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        var all = refusals.table().all();
        var since = all.stream().map(Refusal::firstAt).min(Instant::compareTo);
        return Answers.json(json -> {
            if (since.isPresent()) {
                json.writeStringField("since", since.get().toString());
            }
            json.writeNumberField(
                    "total", all.stream().mapToLong(Refusal::count).sum());
            json.writeNumberField("untold", refusals.untold());
            json.writeArrayFieldStart("rows");
            for (var row : refusals.table().mostFrequent(MOST_ROWS)) {
                write(json, row);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Refusal row) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", row.key().source());
        json.writeNumberField("status", row.key().status());
        json.writeStringField("code", row.key().code());
        json.writeStringField("pointer", row.key().pointer());
        json.writeNumberField("count", row.count());
        json.writeStringField("firstAt", row.firstAt().toString());
        json.writeStringField("lastAt", row.lastAt().toString());
        json.writeStringField("sentence", row.sentence());
        optional(json, "shape", row.shape());
        json.writeEndObject();
    }

    private static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
