package dev.sluice.local.http;

import dev.sluice.handlers.problem.Problem;
import dev.sluice.local.delivery.Invocation;
import dev.sluice.local.delivery.Outcome;
import dev.sluice.local.waiting.Deadlines;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calls the functions behind the routes: so many at once, each as long as its timeout, each with an answer. */
final class Calls implements AutoCloseable {

    /** Requests that functions work on at the same time; the next one is told to come again. */
    static final int MOST_IN_FLIGHT = 512;

    private static final String FAILED = "the function failed; send it again";

    private final Map<String, Invocation> functions;
    private final Witness witness;
    private final Deadlines deadlines;
    private final Consumer<String> troubles;
    private final Semaphore places = new Semaphore(MOST_IN_FLIGHT);
    private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();

    Calls(List<Invocation> functions, Witness witness, Deadlines deadlines, Consumer<String> troubles) {
        this.functions = functions.stream()
                .collect(Collectors.toUnmodifiableMap(i -> i.function().name(), Function.identity()));
        this.witness = witness;
        this.deadlines = deadlines;
        this.troubles = troubles;
    }

    /** Calls the route's function with that event and sends what it answers, or why it did not. */
    void call(ServerResponse response, Routes.Match.Found found, byte[] sent, byte[] event, String id) {
        if (!places.tryAcquire()) {
            refuse(response, found, sent, "too many requests at once; send it again", id);
            return;
        }
        Outcome outcome;
        try {
            outcome = inTime(function(found), event, id);
        } finally {
            places.release();
        }
        switch (outcome) {
            case Outcome.Done done -> send(response, found, sent, done.answer(), id);
            case Outcome.Failed failed -> {
                troubles.accept(found.function().name() + " failed, request " + id + ": " + failed.reason());
                refuse(response, found, sent, FAILED, id);
            }
        }
    }

    private Invocation function(Routes.Match.Found found) {
        var function = functions.get(found.function().name());
        if (function == null) {
            throw new IllegalStateException("no function " + found.function().name() + " runs here");
        }
        return function;
    }

    private Outcome inTime(Invocation function, byte[] event, String id) {
        var timeout = function.function().timeout();
        var running = invocations.submit(() -> function.call(event, id));
        var late = deadlines.in(timeout, () -> running.cancel(true));
        try {
            return running.get();
        } catch (CancellationException e) {
            return new Outcome.Failed("timed out after " + timeout.toSeconds() + " s");
        } catch (ExecutionException e) {
            return new Outcome.Failed("did not run: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted: the front stops");
        } finally {
            late.close();
        }
    }

    private void send(ServerResponse response, Routes.Match.Found found, byte[] sent, byte[] written, String id) {
        GatewayAnswer answer;
        try {
            answer = GatewayAnswer.read(written);
        } catch (IllegalArgumentException e) {
            troubles.accept(found.function().name() + " gave no answer that reads, request " + id);
            refuse(response, found, sent, FAILED, id);
            return;
        }
        witness.saw(answered(found, answer.status(), sent, answer.body()));
        response.status(Status.create(answer.status()));
        answer.headers().forEach((name, value) -> response.header(HeaderNames.create(name), value));
        response.send(answer.body());
    }

    private void refuse(ServerResponse response, Routes.Match.Found found, byte[] sent, String detail, String id) {
        witness.saw(answered(found, 503, sent, Problem.of(503, detail, id).json()));
        Refusals.send(response, 503, detail, id);
    }

    private static Witness.Answered answered(Routes.Match.Found found, int status, byte[] sent, byte[] answer) {
        return new Witness.Answered(
                found.function().name(), Optional.ofNullable(found.parameters().get("source")), status, sent, answer);
    }

    @Override
    public void close() {
        invocations.close();
    }
}
