package dev.sluice.cli.replay;

import dev.sluice.cli.client.Answer.Accepted;
import dev.sluice.cli.client.Answer.Refused;
import dev.sluice.cli.client.Unreachable;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends the rows that were not accepted yet, so many at a time. */
final class Sending {

    private final Sender sender;
    private final ProgressFile progress;
    private final Ledger ledger;
    private final Plan plan;
    private final Meter meter;
    private final AtomicLong done = new AtomicLong();
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Sending(Sender sender, ProgressFile progress, Ledger ledger, Plan plan, Meter meter) {
        this.sender = sender;
        this.progress = progress;
        this.ledger = ledger;
        this.plan = plan;
        this.meter = meter;
    }

    /** Returns when every row has its answer; stops at the first failure that concerns more than one row. */
    void all(Rows rows) throws Unreachable, IOException, InterruptedException {
        var pace = new Pace(plan.perSecond());
        var permits = new Semaphore(plan.concurrency());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var next = rows.next(); next.isPresent() && failure.get() == null; next = rows.next()) {
                ledger.read();
                switch (next.get()) {
                    case Row.Unreadable row -> {
                        ledger.unreadable(row);
                        finished();
                    }
                    case Row.Ready row -> {
                        if (!wasAccepted(row)) {
                            pace.await();
                            permits.acquire();
                            threads.execute(() -> {
                                try {
                                    send(row);
                                } finally {
                                    permits.release();
                                }
                            });
                        }
                    }
                }
            }
        }
        rethrow(failure.get());
    }

    private boolean wasAccepted(Row.Ready row) {
        var receivedAt = progress.receivedAt(row.number());
        if (receivedAt.isEmpty()) {
            return false;
        }
        ledger.accepted(new Sent(row.number(), row.line(), row.id(), receivedAt.get(), false), row.tally());
        finished();
        return true;
    }

    private void send(Row.Ready row) {
        // Once one row failed the others that already wait need not find out by themselves.
        if (failure.get() != null) {
            return;
        }
        try {
            switch (sender.send(row.id(), row.body())) {
                case Accepted answer -> {
                    progress.accepted(row.number(), answer.receivedAt());
                    var maybeBefore = answer.attempts() > 1 || progress.resumed();
                    ledger.accepted(
                            new Sent(
                                    row.number(), row.line(), answer.transactionId(), answer.receivedAt(), maybeBefore),
                            row.tally());
                }
                case Refused answer -> ledger.refused(row, answer);
            }
            finished();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(e);
        } catch (Unreachable | IOException | RuntimeException e) {
            failed(e);
        }
    }

    /** The first failure is the one that is told; the others follow from it. */
    private void failed(Exception e) {
        failure.compareAndSet(null, e);
    }

    private void finished() {
        meter.shows("sending", done.incrementAndGet(), plan.facts().lines());
    }

    private static void rethrow(@Nullable Exception failure) throws Unreachable, IOException, InterruptedException {
        switch (failure) {
            case null -> {}
            case Unreachable e -> throw e;
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }
}
