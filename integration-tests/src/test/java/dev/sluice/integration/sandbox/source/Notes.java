package dev.sluice.integration.sandbox.source;

import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** What the deliveries write into the journal, and when. */
record Notes(Journal journal, InstantSource clock) {

    /** Something got there. */
    void passed(String from, String to, Set<String> transactions, String detail) {
        write(new Event.Passed(from, to, transactions, true, detail));
    }

    /** Something did not get there, or not this time. */
    void missed(String from, String to, Set<String> transactions, String detail) {
        write(new Event.Passed(from, to, transactions, false, detail));
    }

    /** Nothing can get there; said once in a test, since it is tried again and again. */
    void blocked(String from, String to, String detail) {
        var event = new Event.Passed(from, to, Set.of(), false, detail);
        if (journal.of(Event.Passed.class, journal.test()).noneMatch(event::equals)) {
            write(event);
        }
    }

    void measured(String namespace, String metric, String dimension, String of, double value) {
        write(new Event.Measured(namespace, metric, Map.of(dimension, of), value));
    }

    void skipped(String what, Duration time) {
        write(new Event.Skipped(what, time));
    }

    void write(Event event) {
        journal.write(clock.instant(), event);
    }
}
