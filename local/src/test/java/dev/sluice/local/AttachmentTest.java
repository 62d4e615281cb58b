package dev.sluice.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.http.Pages;
import dev.sluice.local.http.Witness;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something that runs with a pipeline, and answers part by part for as long as it runs. */
class AttachmentTest {

    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path folder;

    @Test
    void whatFlowsEndsBeforeTheFrontDoes() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            InputStream parts;
            try (var pipeline = LocalPipeline.start(folder, LocalPipeline.LOOPBACK, 0, inside -> new Flowing())) {
                var request =
                        HttpRequest.newBuilder(pipeline.url().resolve("/flow")).build();
                parts = client.send(request, BodyHandlers.ofInputStream()).body();
                assertThat(parts.read()).isEqualTo('a');
                var closing = CompletableFuture.runAsync(pipeline::close);
                // The front gives what runs a quarter of a minute and then cuts it: the reader would not see the end.
                assertThat(new String(parts.readAllBytes(), StandardCharsets.UTF_8))
                        .isEqualTo("z");
                closing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void theHeadOfWhatFlowsIsAllThereIs() {
        try (var pipeline = LocalPipeline.start(folder, LocalPipeline.LOOPBACK, 0, inside -> new Flowing());
                var wire = new Wire(pipeline.url())) {
            wire.send("HEAD /flow HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.readHead().status()).isEqualTo(200);
            wire.send("GET /health HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(wire.read().body()).contains("ok");
        }
    }

    private static final class Flowing implements Attachment, Pages {

        private final CountDownLatch ended = new CountDownLatch(1);

        @Override
        public boolean has(String path) {
            return path.equals("/flow");
        }

        @Override
        public PageAnswer answer(PageRequest request) {
            return new PageAnswer.Flowing(200, Map.of("content-type", "text/plain"), out -> {
                out.write('a');
                out.flush();
                if (awaited()) {
                    out.write('z');
                }
            });
        }

        private boolean awaited() throws IOException {
            try {
                return ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public Pages pages() {
            return this;
        }

        @Override
        public Witness witness() {
            return Witness.NONE;
        }

        @Override
        public void close() {
            ended.countDown();
        }
    }
}
