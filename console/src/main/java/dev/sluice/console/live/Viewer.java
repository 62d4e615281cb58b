package dev.sluice.console.live;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Somebody who watches, and what is to be told next: the newest of each event, so that whoever reads slowly misses some
 * and never has them pile up.
 */
final class Viewer {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Frame> news = new LinkedHashMap<>();
    private boolean ended;

    void tell(Frame frame) {
        lock.lock();
        try {
            news.put(frame.event(), frame);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** There is nothing more to tell. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for news.
     *
     * @return none where there were none in that time; empty when it is over
     */
    Optional<List<Frame>> next(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            var left = longest.toNanos();
            while (news.isEmpty() && !ended && left > 0) {
                left = changed.awaitNanos(left);
            }
            if (ended) {
                return Optional.empty();
            }
            var frames = List.copyOf(news.values());
            news.clear();
            return Optional.of(frames);
        } finally {
            lock.unlock();
        }
    }
}
