package dev.sluice.domain.history;

import dev.sluice.domain.history.Bucket.Width;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a span of time into whole buckets, as wide as they fit: at most two stretches of each width but the widest, so that
 * a sum over any span takes a bounded number of buckets, whatever happened in it.
 */
public final class Stretches {

    private static final Width[] WIDTHS = Width.values();

    private Stretches() {}

    /**
     * The span behind one instant, up to and with another, both to the millisecond.
     *
     * @return disjoint, together exactly the span; empty where it is empty
     */
    public static List<Stretch> of(Instant after, Instant upTo) {
        var stretches = new ArrayList<Stretch>();
        cut(after.toEpochMilli() + 1, upTo.toEpochMilli() + 1, 0, stretches);
        return List.copyOf(stretches);
    }

    private static void cut(long from, long to, int width, List<Stretch> into) {
        if (from >= to) {
            return;
        }
        if (width == WIDTHS.length - 1) {
            add(width, from, to, into);
            return;
        }
        var wider = WIDTHS[width + 1].millis();
        var first = Math.ceilDiv(from, wider) * wider;
        var last = Math.floorDiv(to, wider) * wider;
        if (first >= last) {
            // No whole bucket of the next width lies within: where one ends in it, the parts on both sides are one.
            add(width, from, to, into);
            return;
        }
        add(width, from, first, into);
        cut(first, last, width + 1, into);
        add(width, last, to, into);
    }

    private static void add(int width, long from, long to, List<Stretch> into) {
        if (from < to) {
            into.add(new Stretch(WIDTHS[width], Instant.ofEpochMilli(from), Instant.ofEpochMilli(to)));
        }
    }
}
