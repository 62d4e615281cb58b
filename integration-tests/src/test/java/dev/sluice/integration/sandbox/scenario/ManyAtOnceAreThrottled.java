package dev.sluice.integration.sandbox.scenario;

import static dev.sluice.integration.sandbox.scenario.WrongRequestsAreRefused.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.integration.sandbox.Sandbox;
import dev.sluice.integration.sandbox.client.HttpAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A client that sends more than its usage plan has. */
public final class ManyAtOnceAreThrottled implements Scenario {

    private static final int MORE_THAN_THE_BURST = 400;

    @Override
    public String name() {
        return "many at once are throttled";
    }

    @Override
    public String shows() {
        return "A client beyond its usage plan reads 429 with Retry-After, as a problem, and is let in again afterwards.";
    }

    /** AWS throttles on a best-effort basis, so that the number of requests that shows it is not known there. */
    @Override
    public boolean needsEmulation() {
        return true;
    }

    @Override
    public void run(Sandbox sandbox) {
        var sender = sandbox.sender();
        // A method that is not allowed costs the gateway alone.
        List<HttpAnswer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, MORE_THAN_THE_BURST)
                    .mapToObj(i ->
                            threads.submit(() -> sender.exchange("POST", "/webhook", "", unsigned(sender.apiKey()))))
                    .toList();
            answers = sent.stream().map(ManyAtOnceAreThrottled::answer).toList();
        }

        var throttled =
                answers.stream().filter(answer -> answer.status() == 429).toList();
        assertThat(throttled).as("requests beyond the plan").isNotEmpty().hasSizeLessThan(MORE_THAN_THE_BURST);
        assertThat(assertProblem(throttled.getFirst(), 429).retryAfter()).isEqualTo("1");
        sandbox.await(
                "the client to be let in again",
                () -> Optional.of(sender.exchange("POST", "/webhook", "", unsigned(sender.apiKey())))
                        .filter(answer -> answer.status() != 429));
    }

    private static Map<String, String> unsigned(String key) {
        return Map.of(
                "x-api-key",
                key,
                "Content-Type",
                "application/json",
                "webhook-timestamp",
                "" + Instant.EPOCH.getEpochSecond());
    }

    private static HttpAnswer answer(Future<HttpAnswer> sent) {
        try {
            return sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
