package dev.sluice.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.local.delivery.Invocation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** More requests at once than functions may work on, over real HTTP. */
class CallsTest {

    private static final int REQUESTS = 600;
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicInteger began = new AtomicInteger();
    private final List<String> troubles = new ArrayList<>();

    @Test
    void whatIsBeyondTheMostIsToldToComeAgainAndEverythingElseIsAnswered() throws Exception {
        try (var front = start();
                var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (var i = 0; i < REQUESTS; i++) {
                answers.add(client.sendAsync(request(front), BodyHandlers.ofString()));
            }
            var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (System.nanoTime() < end && !everyoneIsIn(answers)) {
                Thread.onSpinWait();
            }
            assertThat(began).hasValue(Calls.MOST_IN_FLIGHT);
            go.countDown();

            var accepted = 0;
            for (var answer : answers) {
                var response = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (response.statusCode() == 202) {
                    accepted++;
                } else {
                    assertThat(response.statusCode()).isEqualTo(503);
                    assertThat(response.headers().firstValue("retry-after")).contains("5");
                    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
                }
            }
            assertThat(accepted).isEqualTo(Calls.MOST_IN_FLIGHT);
            assertThat(client.send(request(front), BodyHandlers.ofString()).statusCode())
                    .as("once there is room again")
                    .isEqualTo(202);
        }
        assertThat(troubles).isEmpty();
    }

    /** Whether the refused have their answer and the others are at work: the last of these begin after the first refusals. */
    private boolean everyoneIsIn(List<CompletableFuture<HttpResponse<String>>> answers) {
        var answered = answers.stream().filter(CompletableFuture::isDone).count();
        return answered >= REQUESTS - Calls.MOST_IN_FLIGHT && began.get() >= Calls.MOST_IN_FLIGHT;
    }

    private Front start() {
        RequestStreamHandler waiting = (event, answer, context) -> {
            began.incrementAndGet();
            try {
                assertThat(go.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            answer.write("{\"statusCode\": 202, \"body\": \"\"}".getBytes(StandardCharsets.UTF_8));
        };
        return Front.start(
                Pipeline.BLUEPRINT,
                List.of(new Invocation(Pipeline.VALIDATOR, waiting, InstantSource.system())),
                new Keys("key", "token"),
                Pages.NONE,
                Witness.NONE,
                new Front.Settings("127.0.0.1", 0, Duration.ofSeconds(30), () -> "id", troubles::add));
    }

    private static HttpRequest request(Front front) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + front.port() + "/webhook"))
                .header("x-api-key", "key")
                .POST(BodyPublishers.ofString("{}"))
                .build();
    }
}
