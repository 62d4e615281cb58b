package dev.sluice.integration.sandbox.host;

import dev.sluice.integration.sandbox.authorize.Credentials;
import dev.sluice.integration.sandbox.deployed.Deployment;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A host of tiny functions before a fake AWS, for one test. */
final class HostScene implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);

    final Journal journal = new Journal();
    final FakeAws aws;
    final FunctionHost host;

    HostScene(Path folder, Deployment deployment) throws IOException {
        aws = FakeAws.start();
        host = FunctionHost.open(
                deployment,
                aws.url(),
                function -> new Credentials("FAKE" + function.roleName(), "fake-secret", "fake-token"),
                journal,
                folder.resolve("work"),
                1);
    }

    Functions.Answer ask(String function, String what) {
        return host.now(function, '"' + what + '"', "a test");
    }

    void tell(String function, String what) {
        host.later(function, '"' + what + '"', "a test");
    }

    String failure(String function, String what) {
        return ((Functions.Answer.Failed) ask(function, what)).payload();
    }

    void awaitIdle() {
        await("nothing is under way", host::isIdle);
    }

    void await(String what, BooleanSupplier condition) {
        var end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + DEADLINE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** The sum of a metric of Lambda's. */
    double sum(String metric, String function) {
        return journal.of(Event.Measured.class)
                .filter(measured -> measured.metric().equals(metric)
                        && measured.dimensions().size() == 1
                        && measured.dimensions().containsValue(function))
                .mapToDouble(Event.Measured::value)
                .sum();
    }

    @Override
    public void close() {
        aws.letGo();
        host.close();
        aws.close();
    }
}
