package dev.sluice.console.refused;

import dev.sluice.local.http.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Refusals that nobody has read yet. It never makes a request wait: what it has no room for is dropped, and counted. */
final class Inbox {

    /** How many it holds. */
    static final int LONGEST = 1_024;

    /** How long all their bodies are together; a thousand of the longest would be more than the process may use. */
    static final long MOST_BYTES = 8L * 1024 * 1024;

    private final BlockingQueue<Item> queue;
    private final long mostBytes;
    private final AtomicLong bytes = new AtomicLong();
    private final LongAdder dropped = new LongAdder();

    Inbox(int longest, long mostBytes) {
        this.queue = new ArrayBlockingQueue<>(longest);
        this.mostBytes = mostBytes;
    }

    /** An answer and when it was given. */
    record Item(Witness.Answered answered, Instant at) {
        private long bytes() {
            return (long) answered.sent().length + answered.answer().length;
        }
    }

    void offer(Witness.Answered answered, Instant at) {
        var item = new Item(answered, at);
        var together = bytes.addAndGet(item.bytes());
        if (together > mostBytes || !queue.offer(item)) {
            bytes.addAndGet(-item.bytes());
            drop();
        }
    }

    /** One could not be counted. */
    void drop() {
        dropped.increment();
    }

    long dropped() {
        return dropped.sum();
    }

    /** The next one, waited for. */
    Optional<Item> poll(Duration longest) throws InterruptedException {
        return taken(Optional.ofNullable(queue.poll(longest.toNanos(), TimeUnit.NANOSECONDS)));
    }

    /** The next one, if there is one. */
    Optional<Item> poll() {
        return taken(Optional.ofNullable(queue.poll()));
    }

    private Optional<Item> taken(Optional<Item> item) {
        item.ifPresent(one -> bytes.addAndGet(-one.bytes()));
        return item;
    }
}
