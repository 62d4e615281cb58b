package dev.sluice.integration.sandbox.report;

import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Calls that were denied alike.
 *
 * @param test the test that they belong to
 * @param asked one of them
 * @param calls how many were written down
 */
record Denied(String test, Event.Asked asked, int calls) {

    /** All of a journal, in the order of their first times. */
    static List<Denied> of(Journal journal) {
        var counts = new LinkedHashMap<Denied, Integer>();
        for (var entry : journal.entries()) {
            if (entry.event() instanceof Event.Asked asked && !asked.allowed()) {
                counts.merge(new Denied(entry.test(), asked, 1), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(count -> new Denied(count.getKey().test(), count.getKey().asked(), count.getValue()))
                .toList();
    }
}
