package dev.sluice.console.live;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much came, over all or within a time.
 *
 * @param accepted of what senders sent
 * @param refused of it, by the code of the rule that was broken
 * @param flagged by the risk rules
 * @param dead given up on
 */
record Counts(long accepted, Map<String, Long> refused, long flagged, long dead) {

    static final Counts NONE = new Counts(0, Map.of(), 0, 0);

    private static final String ACCEPTED = "accepted";
    private static final String FLAGGED = "flagged";
    private static final String DEAD = "dead";
    /** What the kind of a refusal begins with; the code follows. */
    static final String REFUSED = "refused:";

    /** The other kinds. */
    static final List<String> SINGLE = List.of(ACCEPTED, FLAGGED, DEAD);

    Counts {
        refused = Map.copyOf(refused);
    }

    /** What came since; what did not grow is left out. */
    Counts since(Counts before) {
        var codes = new TreeMap<String, Long>();
        refused.forEach((code, count) -> {
            var more = count - before.refused.getOrDefault(code, 0L);
            if (more > 0) {
                codes.put(code, more);
            }
        });
        return new Counts(
                Math.max(0, accepted - before.accepted),
                codes,
                Math.max(0, flagged - before.flagged),
                Math.max(0, dead - before.dead));
    }

    Counts plus(Counts other) {
        var codes = new TreeMap<>(refused);
        other.refused.forEach((code, count) -> codes.merge(code, count, Long::sum));
        return new Counts(accepted + other.accepted, codes, flagged + other.flagged, dead + other.dead);
    }

    /** Each number by its kind, as the file keeps it; zeros are left out. */
    Map<String, Long> byKind() {
        var kinds = new TreeMap<String, Long>();
        kinds.put(ACCEPTED, accepted);
        kinds.put(FLAGGED, flagged);
        kinds.put(DEAD, dead);
        refused.forEach((code, count) -> kinds.put(REFUSED + code, count));
        kinds.values().removeIf(count -> count == 0);
        return kinds;
    }

    /** Writes the members into the object that is open. */
    void write(JsonGenerator json) throws IOException {
        json.writeNumberField(ACCEPTED, accepted);
        json.writeObjectFieldStart("refused");
        for (var code : new TreeMap<>(refused).entrySet()) {
            json.writeNumberField(code.getKey(), code.getValue());
        }
        json.writeEndObject();
        json.writeNumberField(FLAGGED, flagged);
        json.writeNumberField(DEAD, dead);
    }
}
