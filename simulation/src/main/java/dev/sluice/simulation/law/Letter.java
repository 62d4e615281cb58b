package dev.sluice.simulation.law;

import java.util.List;

/** A dead letter as it lies in the file. */
record Letter(String queue, String function, String payload, List<String> reasons) {

    Letter {
        reasons = List.copyOf(reasons);
    }

    /** Whether it is about what is in that row. */
    boolean isOfRow(long row) {
        return payload.contains("equenceNumber\":\"" + row + "\"");
    }

    /** Whether that word stands in it. */
    boolean mentions(String word) {
        return payload.contains(word);
    }

    @Override
    public String toString() {
        return "the letter in " + queue + " (" + String.join(" | ", reasons) + ")";
    }
}
