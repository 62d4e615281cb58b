package dev.sluice.integration.kill;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends webhooks of our own, steadily, and keeps its own record: an id counts as acknowledged the moment its 202 is
 * read.
 *
 * <p>Where no answer comes it does what senders do: tries the same one again until it is answered, or now and then gives
 * it up, and then nobody knows what became of it. Now and then it repeats what was acknowledged.
 */
final class OwnSender implements AutoCloseable {

    private static final int WORKERS = 6;
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(40);

    /** Far longer than any restart: a pipeline that does not answer for that long is down for good. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private static final Duration LONGEST_STOP = LONGEST_SILENCE.plusSeconds(15);

    private static final int GIVES_UP_ONE_IN = 4;
    private static final int REPEATS_ONE_IN = 10;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicLong numbers = new AtomicLong();
    private final Set<Long> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Long> givenUp = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Optional<Runnable>> atNext = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final List<Thread> workers = new ArrayList<>();
    private volatile Access access;

    /** @param seed decides what is given up and what is repeated */
    OwnSender(Access access, long seed) {
        this.access = access;
        for (var i = 0; i < WORKERS; i++) {
            var random = new Random(seed + i);
            workers.add(Thread.ofPlatform().daemon(true).name("own-sender-" + i).start(() -> work(random)));
        }
    }

    /** The pipeline has been started anew: that is where it is now. */
    void goTo(Access now) {
        access = now;
    }

    /** Does that once, in the very moment in which the next 202 has been read. */
    void atNextAcknowledgement(Runnable what) {
        atNext.set(Optional.of(what));
    }

    long acknowledgedSoFar() {
        return acknowledged.size();
    }

    /** Sends what it has begun to its end, and no more. */
    Fates stop() {
        stopping.set(true);
        if (!Wait.until(() -> workers.stream().noneMatch(Thread::isAlive), LONGEST_STOP)) {
            throw new CannotRun("our own sender did not come to an end");
        }
        return new Fates(new TreeSet<>(acknowledged), new TreeSet<>(givenUp), List.copyOf(surprises));
    }

    /**
     * What became of our own webhooks, as their sender knows it.
     *
     * @param acknowledged numbers of those answered with 202
     * @param givenUp numbers of those that were never answered: each may be stored or not
     * @param surprises answers that nothing here calls for
     */
    record Fates(Set<Long> acknowledged, Set<Long> givenUp, List<String> surprises) {}

    @Override
    public void close() {
        stopping.set(true);
        http.shutdownNow();
    }

    private void work(Random random) {
        while (!stopping.get()) {
            var webhook = new Webhook(numbers.incrementAndGet());
            deliver(webhook, random);
            if (acknowledged.contains(webhook.number()) && random.nextInt(REPEATS_ONE_IN) == 0) {
                answered(webhook);
            }
            Wait.atMost(PAUSE, stopping::get);
        }
    }

    private void deliver(Webhook webhook, Random random) {
        if (answered(webhook)) {
            return;
        }
        if (random.nextInt(GIVES_UP_ONE_IN) == 0) {
            givenUp.add(webhook.number());
            return;
        }
        var end = System.nanoTime() + LONGEST_SILENCE.toNanos();
        do {
            if (System.nanoTime() > end) {
                givenUp.add(webhook.number());
                surprises.add("no answer to " + webhook.id() + " for " + LONGEST_SILENCE.toSeconds() + " s");
                return;
            }
            Wait.that(BETWEEN_TRIES);
        } while (!answered(webhook));
    }

    /** Whether it was answered; a 5xx says nothing about it and is as good as none. */
    private boolean answered(Webhook webhook) {
        try {
            var request = webhook.request(access, Instant.now().getEpochSecond());
            var status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status == 202) {
                acknowledged.add(webhook.number());
                atNext.getAndSet(Optional.empty()).ifPresent(Runnable::run);
                return true;
            }
            if (status < 500) {
                surprises.add(webhook.id() + " was answered with " + status);
                givenUp.add(webhook.number());
                return true;
            }
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
