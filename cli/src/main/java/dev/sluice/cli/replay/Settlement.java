package dev.sluice.cli.replay;

import dev.sluice.cli.client.Unreachable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Finds out what became of the accepted rows. */
final class Settlement {

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    /** A busy pipeline is asked about single rows only that often: mostly one look after it is done is enough. */
    private static final int WAITS_BETWEEN_LOOKS = 20;

    private final Archive archive;
    private final Backlog backlog;
    private final Instant startedAt;
    private final Instant acceptedBy;
    private final int concurrency;
    private final Duration stalled;
    private final Meter meter;

    /** How many rows ended which way. */
    record Settled(long stored, long flagged, long duplicates, long conflicts, long deadLettered, long unsettled) {}

    /**
     * Gets ready.
     *
     * @param startedAt when the replay began: what was stored before is not its doing
     * @param acceptedBy a moment by which every row was answered
     * @param stalled how long nothing may move before the rest is given up
     */
    Settlement(
            Archive archive,
            Backlog backlog,
            Instant startedAt,
            Instant acceptedBy,
            int concurrency,
            Duration stalled,
            Meter meter) {
        this.archive = archive;
        this.backlog = backlog;
        this.startedAt = startedAt;
        this.acceptedBy = acceptedBy;
        this.concurrency = concurrency;
        this.stalled = stalled;
        this.meter = meter;
    }

    Settled of(List<Sent> rows) throws Unreachable, IOException, InterruptedException {
        var open = new LinkedHashMap<String, List<Sent>>();
        rows.forEach(
                row -> open.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        var count = new Count();
        var ids = open.size();
        var waiting = Long.MAX_VALUE;
        var moved = System.nanoTime();
        while (!open.isEmpty()) {
            // Asked before the rows are looked at: what is not there although nothing waited will not come.
            var left = awaitQuiet(moved);
            var before = open.size();
            look(open, count, left == 0);
            meter.shows("settling", ids - open.size(), ids);
            if (left < waiting || open.size() < before) {
                waiting = Math.min(left, waiting);
                moved = System.nanoTime();
            } else if (isStalled(moved)) {
                break;
            }
        }
        return count.settled(open.values().stream().mapToLong(List::size).sum());
    }

    /** Waits until nothing waits, but not for long; returns what still does. */
    private long awaitQuiet(long moved) throws IOException, InterruptedException {
        var wait = SHORTEST_WAIT;
        for (var i = 0; i < WAITS_BETWEEN_LOOKS && !isStalled(moved); i++) {
            if (backlog.waiting(acceptedBy) == 0) {
                return 0;
            }
            Thread.sleep(wait);
            wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
        }
        return backlog.waiting(acceptedBy);
    }

    private boolean isStalled(long moved) {
        return System.nanoTime() - moved > stalled.toNanos();
    }

    private void look(Map<String, List<Sent>> open, Count count, boolean quiet)
            throws Unreachable, InterruptedException {
        var permits = new Semaphore(concurrency);
        var answers = new LinkedHashMap<String, Future<Fate>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var id : open.keySet()) {
                permits.acquire();
                answers.put(id, threads.submit(() -> {
                    try {
                        return archive.find(id).map(Fate::of).orElseGet(Fate::absent);
                    } finally {
                        permits.release();
                    }
                }));
            }
        }
        for (var answer : answers.entrySet()) {
            var rows = open.getOrDefault(answer.getKey(), List.of());
            if (count.decide(rows, fate(answer.getValue()), quiet, startedAt)) {
                open.remove(answer.getKey());
            }
        }
    }

    private static Fate fate(Future<Fate> answer) throws Unreachable, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unreachable unreachable) {
                throw unreachable;
            }
            throw new IllegalStateException("asking for a transaction failed in an unexpected way", e);
        }
    }
}
