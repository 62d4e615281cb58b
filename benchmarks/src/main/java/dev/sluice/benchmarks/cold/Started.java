package dev.sluice.benchmarks.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/** A contender's process, from its start to its end. */
final class Started implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final Duration LONGEST_END = Duration.ofMinutes(3);
    private static final int LINES_TOLD = 30;

    private final Contender contender;
    private final FakeAws aws;
    private final RuntimeApi api;
    private final Process process;
    private final CompletableFuture<Process> ended;
    private final Path printed;
    private final long startedAt;

    private Started(Contender contender, FakeAws aws, RuntimeApi api, Process process, Path printed, long startedAt) {
        this.contender = contender;
        this.aws = aws;
        this.api = api;
        this.process = process;
        this.ended = process.onExit();
        this.printed = printed;
        this.startedAt = startedAt;
    }

    /**
     * Starts one and does not wait for it.
     *
     * @param work a folder for what it prints
     */
    static Started start(Contender contender, FakeAws aws, Path work) throws IOException {
        var printed = Files.createTempFile(work, "printed-", ".txt");
        var api = RuntimeApi.start();
        var builder = new ProcessBuilder(contender.command())
                .directory(contender.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile());
        builder.environment().clear();
        builder.environment().putAll(contender.environment());
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("AWS_ENDPOINT_URL", aws.url());
        var startedAt = System.nanoTime();
        try {
            return new Started(contender, aws, api, builder.start(), printed, startedAt);
        } catch (IOException e) {
            api.close();
            throw e;
        }
    }

    /** When it was, of {@link System#nanoTime}. */
    long startedAt() {
        return startedAt;
    }

    /** When it first asked for an event; it has. */
    long firstAskedAt() {
        return api.firstAskedAt().join();
    }

    /** Process id. */
    long pid() {
        return process.pid();
    }

    /** Reads something of the process while it waits for the answer to be taken. */
    LongSupplier meter(ToLongFunction<ProcessHandle> reading) {
        return () -> reading.applyAsLong(process.toHandle());
    }

    /** Has an event worked on, and sees to it that it was done right. */
    RuntimeApi.Outcome invoke(Event event, LongSupplier meter) throws InterruptedException, IOException {
        var outcome = api.hand(event.json(), meter);
        try {
            CompletableFuture.anyOf(outcome, api.initError(), ended).get(LONGEST_ANSWER.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw wrong("does not answer within " + LONGEST_ANSWER.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (!outcome.isDone()) {
            throw wrong(process.isAlive() ? "cannot be made: " + api.initError().join() : "has ended by itself");
        }
        var answer = outcome.join();
        if (!answer.answered() || !contender.job().check().isRight(answer.text(), event, aws)) {
            throw wrong("answers " + answer.text() + " and has asked for " + aws.calls());
        }
        return answer;
    }

    private IllegalStateException wrong(String what) throws IOException {
        var lines = Files.readAllLines(printed);
        var last = lines.subList(Math.max(0, lines.size() - LINES_TOLD), lines.size());
        return new IllegalStateException(
                contender.name() + " " + what + "; it has printed:\n" + String.join("\n", last));
    }

    /** Asks it to end, and waits until it has. */
    void end() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)) {
            throw wrong("does not end");
        }
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        ended.join();
        api.close();
        Files.delete(printed);
    }
}
