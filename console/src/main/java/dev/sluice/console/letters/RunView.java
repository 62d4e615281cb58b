package dev.sluice.console.letters;

import dev.sluice.handlers.codec.JsonText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a run that redrives letters stands at a moment.
 *
 * @param id of the run
 * @param dryRun it changes nothing
 * @param done of those that the phase is about
 * @param clean whether every letter went its way; told once it has ended
 * @param outcomes what became of letters, those first that somebody has to look after; told once it has ended
 * @param counts how many have each outcome, of all letters
 * @param trouble why it ended before its time, if it did
 */
public record RunView(
        String id,
        boolean dryRun,
        Phase phase,
        long done,
        long of,
        Optional<Boolean> clean,
        List<Outcome> outcomes,
        Map<String, Long> counts,
        Optional<String> trouble) {

    public RunView {
        outcomes = List.copyOf(outcomes);
        counts = Map.copyOf(counts);
    }

    /** What a run does at a time, in this order. */
    public enum Phase {
        LOOKING,
        REDRIVING,
        WAITING,
        ENDED
    }

    boolean hasEnded() {
        return phase == Phase.ENDED;
    }

    /** As the console's API tells it. */
    public JsonText.Content json() {
        return json -> {
            json.writeStringField("id", id);
            json.writeBooleanField("dryRun", dryRun);
            json.writeStringField("phase", phase.name().toLowerCase(Locale.ROOT));
            json.writeNumberField("done", done);
            json.writeNumberField("of", of);
            if (clean.isPresent()) {
                json.writeBooleanField("clean", clean.get());
            }
            if (trouble.isPresent()) {
                json.writeStringField("trouble", trouble.get());
            }
            if (hasEnded()) {
                json.writeArrayFieldStart("outcomes");
                for (var outcome : outcomes) {
                    json.writeStartObject();
                    json.writeNumberField("letter", outcome.letter());
                    json.writeStringField("outcome", outcome.name());
                    json.writeStringField("sentence", outcome.sentence());
                    if (outcome.becomes().isPresent()) {
                        json.writeNumberField("becomes", outcome.becomes().get());
                    }
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeObjectFieldStart("counts");
            for (var count : counts.entrySet()) {
                json.writeNumberField(count.getKey(), count.getValue());
            }
            json.writeEndObject();
        };
    }
}
