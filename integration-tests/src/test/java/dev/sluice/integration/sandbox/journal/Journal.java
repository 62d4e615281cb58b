package dev.sluice.integration.sandbox.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that happened in the sandbox, in its order: what tests look at when something is missing, and what the report is made
 * of. Every entry belongs to the test that ran then.
 */
public final class Journal {

    /** Under which name entries are kept that come before the first test. */
    public static final String BEFORE = "(before the first test)";

    private final List<Entry> entries = new ArrayList<>();
    private String test = BEFORE;

    /** From here on entries belong to this test. */
    public synchronized void begin(String name) {
        test = name;
    }

    /** The test that runs. */
    public synchronized String test() {
        return test;
    }

    /** Writes down what happened. */
    public synchronized void write(Instant at, Event event) {
        entries.add(new Entry(entries.size(), test, at, event));
    }

    /** Everything so far. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Everything from an entry on. */
    public synchronized List<Entry> from(int number) {
        return List.copyOf(entries.subList(number, entries.size()));
    }

    /** How many entries there are. */
    public synchronized int size() {
        return entries.size();
    }

    /** Everything of a kind, in its order. */
    public <E extends Event> Stream<E> of(Class<E> kind) {
        return entries().stream().map(Entry::event).filter(kind::isInstance).map(kind::cast);
    }

    /** Everything of a kind during one test. */
    public <E extends Event> Stream<E> of(Class<E> kind, String name) {
        return entries().stream()
                .filter(entry -> entry.test().equals(name))
                .map(Entry::event)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /**
     * One line.
     *
     * @param number from 0
     * @param test the test that ran
     * @param at when
     * @param event what
     */
    public record Entry(int number, String test, Instant at, Event event) {}
}
