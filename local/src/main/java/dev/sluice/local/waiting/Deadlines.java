package dev.sluice.local.waiting;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does what is to be done when something takes too long; it looks four times a second, which is as exact as it is.
 *
 * <p>A virtual thread that waits for a time, as {@code Future.get(8, SECONDS)} does, has the JVM's one timer thread woken
 * twice: a tenth of all that a transaction cost. Here it waits without one, and a deadline is an entry in a set.
 */
public final class Deadlines implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean stopping;

    public Deadlines() {
        this.thread = Thread.ofVirtual().name("sluice-deadlines").start(this::run);
    }

    /** Has that done after so long, unless what is waited for comes first, and closes it. */
    public Deadline in(Duration time, Runnable late) {
        var deadline = new Deadline(System.nanoTime() + time.toNanos(), late);
        open.add(deadline);
        if (stopping) {
            // Nobody looks any more: who waits now must not wait for ever.
            deadline.pass();
        }
        return deadline;
    }

    /** A time by which something has to be over. */
    public final class Deadline implements AutoCloseable {
        private final long at;
        private final Runnable late;
        private final AtomicBoolean settled = new AtomicBoolean();

        private Deadline(long at, Runnable late) {
            this.at = at;
            this.late = late;
        }

        /** It is over. */
        @Override
        public void close() {
            settled.set(true);
            open.remove(this);
        }

        /** Whether it came to that. */
        public boolean passed() {
            return settled.get();
        }

        private void look(long now) {
            if (now - at > 0) {
                pass();
            }
        }

        private void reopen() {
            settled.set(false);
            open.add(this);
        }

        private void pass() {
            if (settled.compareAndSet(false, true)) {
                open.remove(this);
                // In a thread of its own: what is late for one must not make everything late.
                Thread.ofVirtual().name("sluice-late").start(late);
            }
        }
    }

    private void run() {
        while (!stopping) {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
            look(System.nanoTime());
        }
    }

    private void look(long now) {
        for (var deadline : open) {
            try {
                deadline.look(now);
            } catch (RuntimeException | OutOfMemoryError e) {
                // No thread could be had for this one: all others still have their limits, and it is late at the next
                // look.
                deadline.reopen();
            }
        }
    }

    /** Whatever is still open is late now, and what comes after is late at once. */
    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        open.forEach(Deadline::pass);
    }
}
