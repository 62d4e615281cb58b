package dev.sluice.console.live;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.local.HopCensus;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the pipeline stands at a moment.
 *
 * @param done how much each function has done, in the order a transaction meets them
 * @param rates how much more of it a second, lately
 * @param since what came since the sample before
 */
record Sample(Instant at, Look look, Map<String, Long> done, Map<String, Double> rates, Counts since) {

    /** The validator has nothing that waits: it is asked, and answers. */
    private static final HopCensus ASKED = new HopCensus(Pipeline.VALIDATOR.name(), 0, 0, 0, 0, Optional.empty());

    /**
     * What each function has done.
     *
     * @param accepted what the validator has, those before this start included
     */
    static Map<String, Long> done(Look look, long accepted) {
        var done = new LinkedHashMap<String, Long>();
        done.put(ASKED.function(), accepted);
        look.hops().forEach(hop -> done.put(hop.function(), look.done(hop.function())));
        return done;
    }

    /** Writes the members into the object that is open. */
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("at", at.toString());
        json.writeArrayFieldStart("hops");
        write(json, ASKED);
        for (var hop : look.hops()) {
            write(json, hop);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("totals");
        json.writeNumberField("stored", look.stored());
        json.writeNumberField("enriched", look.assessed());
        json.writeNumberField("flagged", look.flagged());
        json.writeNumberField("alerts", look.alerts());
        json.writeNumberField("dead", look.dead());
        json.writeNumberField("waiting", look.underWay());
        json.writeNumberField("conflicts", look.conflicts());
        json.writeEndObject();
        json.writeObjectFieldStart("second");
        since.write(json);
        json.writeEndObject();
    }

    private void write(JsonGenerator json, HopCensus hop) throws IOException {
        json.writeStartObject();
        json.writeStringField("function", hop.function());
        json.writeNumberField("done", done.getOrDefault(hop.function(), 0L));
        json.writeNumberField("rate", rates.getOrDefault(hop.function(), 0.0));
        json.writeNumberField("waiting", hop.waiting());
        json.writeNumberField("inFlight", hop.inFlight());
        json.writeNumberField("retried", hop.retried());
        json.writeNumberField("dead", hop.dead());
        if (hop.oldest().isPresent()) {
            json.writeStringField("oldest", hop.oldest().get().toString());
        }
        json.writeEndObject();
    }
}
