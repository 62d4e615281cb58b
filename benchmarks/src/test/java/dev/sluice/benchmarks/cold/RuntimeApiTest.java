package dev.sluice.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The Runtime API as AWS describes it, spoken by a client that is not AWS's. */
class RuntimeApiTest {

    private static final String ID = "Lambda-Runtime-Aws-Request-Id";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void anEventIsHandedOverAndItsAnswerTaken() throws Exception {
        try (var api = RuntimeApi.start()) {
            var outcome = api.hand("{\"a\":\"ü\"}", () -> 7);

            var next = next(api);
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(next.body()).isEqualTo("{\"a\":\"ü\"}");
            assertThat(next.headers().map())
                    .containsKeys("lambda-runtime-deadline-ms", "lambda-runtime-invoked-function-arn");
            assertThat(outcome).isNotDone();

            assertThat(end(api, next, "response", "{\"ok\":1}").statusCode()).isEqualTo(202);
            var ended = outcome.get(10, TimeUnit.SECONDS);
            assertThat(ended.answered()).isTrue();
            assertThat(ended.text()).isEqualTo("{\"ok\":1}");
            assertThat(ended.reading()).isEqualTo(7);
            assertThat(ended.took()).isPositive();
            assertThat(api.firstAskedAt().get(10, TimeUnit.SECONDS)).isLessThanOrEqualTo(ended.handedOverAt());
        }
    }

    @Test
    void aProcessThatAsksTooEarlyWaits() throws Exception {
        try (var api = RuntimeApi.start()) {
            var next = client.sendAsync(
                    HttpRequest.newBuilder(uri(api, "invocation/next")).build(), BodyHandlers.ofString());
            api.firstAskedAt().get(10, TimeUnit.SECONDS);
            assertThat(next).isNotDone();

            var outcome = api.hand("{}", () -> 0);
            end(api, next.get(10, TimeUnit.SECONDS), "error", "{\"errorType\":\"Bad\"}");
            var ended = outcome.get(10, TimeUnit.SECONDS);
            assertThat(ended.answered()).isFalse();
            assertThat(ended.text()).contains("Bad");
        }
    }

    @Test
    void oneConnectionServesOneEventAfterAnother() throws Exception {
        try (var api = RuntimeApi.start()) {
            for (var i = 0; i < 3; i++) {
                var text = "{\"n\":" + i + "}";
                var outcome = api.hand(text, () -> 0);
                var next = next(api);
                assertThat(next.body()).isEqualTo(text);
                end(api, next, "response", text);
                assertThat(outcome.get(10, TimeUnit.SECONDS).text()).isEqualTo(text);
            }
        }
    }

    @Test
    void anAnswerToNothingIsRefusedAndAFailedStartIsTold() throws Exception {
        try (var api = RuntimeApi.start()) {
            assertThat(post(api, "invocation/none/response", "{}").statusCode()).isEqualTo(404);
            assertThat(post(api, "init/error", "{\"errorType\":\"NoClass\"}").statusCode())
                    .isEqualTo(202);
            assertThat(api.initError().get(10, TimeUnit.SECONDS)).contains("NoClass");
        }
    }

    @Test
    void aSecondEventIsNotTakenWhileTheFirstWaits() throws IOException {
        try (var api = RuntimeApi.start()) {
            assertThat(api.hand("{}", () -> 0)).isNotDone();
            assertThatThrownBy(() -> api.hand("{}", () -> 0)).isInstanceOf(IllegalStateException.class);
        }
    }

    private HttpResponse<String> next(RuntimeApi api) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(uri(api, "invocation/next")).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> end(RuntimeApi api, HttpResponse<String> next, String how, String text)
            throws IOException, InterruptedException {
        var id = next.headers().firstValue(ID).orElseThrow();
        return post(api, "invocation/" + id + "/" + how, text);
    }

    private HttpResponse<String> post(RuntimeApi api, String path, String text)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(uri(api, path))
                        .POST(BodyPublishers.ofString(text))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI uri(RuntimeApi api, String path) {
        return URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path);
    }
}
