package dev.sluice.console.refused;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.console.row.Sources;
import dev.sluice.handlers.port.Unavailable;
import dev.sluice.local.http.Witness;
import dev.sluice.local.sqlite.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what senders are answered. Requests only hand their refusals over; one thread reads and counts them, and has them
 * written each second.
 */
public final class Refusals implements Witness, AutoCloseable {

    private static final String VALIDATOR = Pipeline.VALIDATOR.name();
    private static final int ACCEPTED = 202;
    private static final int UNPROCESSABLE = 422;
    private static final int FIRST_REFUSING = 400;
    private static final byte[] NOTHING = new byte[0];

    /** How many rows are written at once; the others a second later. */
    private static final int MOST_WRITTEN = 500;

    /** There are some dozens of codes; this only holds should there ever be more. */
    private static final int MOST_CODES = 200;

    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Database database;
    private final InstantSource clock;
    private final KnownSources sources;
    private final RefusalTable table;
    private final Inbox inbox;
    private final LongAdder accepted = new LongAdder();
    private final Map<String, LongAdder> codes = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean stopping;

    private Refusals(Database database, InstantSource clock, Inbox inbox, KnownSources sources, RefusalTable table) {
        this.database = database;
        this.clock = clock;
        this.inbox = inbox;
        this.sources = sources;
        this.table = table;
        this.thread = Thread.ofVirtual().name("sluice-refusals").unstarted(this::run);
    }

    /**
     * Starts with what the file has counted before.
     *
     * @throws Unavailable when the file cannot be read
     */
    public static Refusals start(Database database, InstantSource clock) {
        var refusals = make(database, clock, new Inbox(Inbox.LONGEST, Inbox.MOST_BYTES));
        refusals.thread.start();
        return refusals;
    }

    /** The same without its thread: what is handed over stays where it is until this is closed. */
    static Refusals make(Database database, InstantSource clock, Inbox inbox) {
        var before = database.read(RefusalRows::read);
        var known = new HashSet<>(database.read(Sources::known));
        before.forEach(row -> known.add(row.key().source()));
        return new Refusals(database, clock, inbox, new KnownSources(known), new RefusalTable(before));
    }

    @Override
    public void saw(Answered answered) {
        if (!answered.function().equals(VALIDATOR)) {
            return;
        }
        var status = answered.status();
        if (status == ACCEPTED || status == UNPROCESSABLE) {
            sources.proved(source(answered));
        }
        if (status == ACCEPTED) {
            accepted.increment();
        } else if (status >= FIRST_REFUSING) {
            inbox.offer(
                    status == UNPROCESSABLE
                            ? answered
                            : new Answered(VALIDATOR, answered.source(), status, NOTHING, answered.answer()),
                    // As finely as the file keeps it.
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    private static String source(Answered answered) {
        return answered.source().orElse(KnownSources.DEFAULT);
    }

    /** How many were accepted since this started. */
    public long accepted() {
        return accepted.sum();
    }

    /** How many requests broke a rule since this started, by its code; one that broke two is counted under both. */
    public Map<String, Long> refused() {
        var refused = new HashMap<String, Long>();
        codes.forEach((code, count) -> refused.put(code, count.sum()));
        return refused;
    }

    /** How many refusals were not counted since this started: they came faster than they could be read. */
    public long untold() {
        return inbox.dropped();
    }

    RefusalTable table() {
        return table;
    }

    private void run() {
        var written = System.nanoTime();
        while (!stopping) {
            try {
                inbox.poll(BETWEEN_WRITES).ifPresent(this::count);
            } catch (InterruptedException e) {
                // Only a stop interrupts; what is left is counted by whoever stops.
                return;
            }
            if (System.nanoTime() - written >= BETWEEN_WRITES.toNanos()) {
                written = System.nanoTime();
                var rows = table.takeUnwritten(MOST_WRITTEN);
                if (!rows.isEmpty()) {
                    database.writeSometime(session -> RefusalRows.write(session, rows));
                }
            }
        }
    }

    private void count(Inbox.Item item) {
        try {
            var answered = item.answered();
            var broken = Broken.in(answered);
            var source = sources.told(source(answered));
            broken.forEach(one -> table.count(source, answered.status(), one, item.at()));
            broken.stream().map(Broken::code).distinct().forEach(this::count);
        } catch (RuntimeException e) {
            // An answer that is not in our own form, or a mistake of ours: the next one is to be counted all the same.
            inbox.drop();
        }
    }

    private void count(String code) {
        var told = codes.containsKey(code) || codes.size() < MOST_CODES ? code : RefusalTable.OTHER;
        codes.computeIfAbsent(told, ignored -> new LongAdder()).increment();
    }

    /** Counts and writes what is there. Closed again, it does so with what came since. */
    @Override
    public void close() {
        stopping = true;
        awaitThread();
        for (var left = inbox.poll(); left.isPresent(); left = inbox.poll()) {
            count(left.get());
        }
        for (var rows = table.takeUnwritten(MOST_WRITTEN); !rows.isEmpty(); rows = table.takeUnwritten(MOST_WRITTEN)) {
            write(rows);
        }
    }

    private void awaitThread() {
        if (!thread.isAlive()) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(LONGEST_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Refusal> rows) {
        try {
            database.write(session -> RefusalRows.write(session, rows));
        } catch (Unavailable e) {
            // A count that is lost harms nobody, and a pipeline that stops must stop.
            return;
        }
    }
}
