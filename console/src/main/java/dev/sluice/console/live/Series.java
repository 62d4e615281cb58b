package dev.sluice.console.live;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Counts of several kinds in buckets of one length, each kind with a number for each bucket. */
final class Series {

    private final Range range;
    private final long start;
    private final Map<String, long[]> kinds = new TreeMap<>();

    /** @param now the second in which the last bucket ends */
    Series(Range range, long now) {
        this.range = range;
        this.start = range.start(now);
    }

    /** In seconds since 1970. */
    long start() {
        return start;
    }

    /** What lies outside is left out. */
    void add(long second, String kind, long count) {
        var bucket = Math.floorDiv(second - start, range.seconds());
        if (bucket >= 0 && bucket < range.buckets()) {
            kinds.computeIfAbsent(kind, ignored -> new long[range.buckets()])[(int) bucket] += count;
        }
    }

    /** Writes the members into the object that is open. */
    void write(JsonGenerator json) throws IOException {
        json.writeStringField("range", range.code());
        json.writeNumberField("bucketSeconds", range.seconds());
        json.writeArrayFieldStart("times");
        for (var bucket = 0; bucket < range.buckets(); bucket++) {
            json.writeNumber(start + (long) bucket * range.seconds());
        }
        json.writeEndArray();
        for (var kind : Counts.SINGLE) {
            write(json, kind, kinds.getOrDefault(kind, new long[range.buckets()]));
        }
        json.writeObjectFieldStart("refused");
        for (var kind : kinds.entrySet()) {
            if (kind.getKey().startsWith(Counts.REFUSED)) {
                write(json, kind.getKey().substring(Counts.REFUSED.length()), kind.getValue());
            }
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, long[] counts) throws IOException {
        json.writeFieldName(name);
        json.writeArray(counts, 0, counts.length);
    }
}
