package dev.sluice.console.browser;

import dev.sluice.console.Console;
import dev.sluice.handlers.codec.Fields;
import dev.sluice.handlers.codec.JsonBounds;
import dev.sluice.handlers.codec.JsonDocument;
import dev.sluice.local.Access;
import dev.sluice.local.LocalPipeline;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A whole pipeline with its console on a folder of its own, in this process. */
final class Stage implements AutoCloseable {

    /** A second sender, so that there is something to tell apart. */
    static final String OTHER_SOURCE = "shop-till";

    private static final JsonDocument READER = JsonDocument.within(JsonBounds.SENDER);

    private final Path folder;
    private final LocalPipeline pipeline;
    private final String firstLink;
    private final Sender sender;
    private final Letters letters;
    private final HttpClient client = HttpClient.newHttpClient();

    private Stage(Path folder, LocalPipeline pipeline, String firstLink) {
        this.folder = folder;
        this.pipeline = pipeline;
        this.firstLink = firstLink;
        this.sender = new Sender(pipeline.access());
        this.letters = new Letters(folder);
    }

    static Stage empty() {
        return filled(List.of());
    }

    /** With these in its file from before. */
    static Stage filled(List<Payment> before) {
        try {
            var folder = Files.createTempDirectory("sluice-stage");
            Filled.with(before, folder);
            Files.writeString(
                    folder.resolve("sources.json"),
                    "{\"default\":{\"zone\":\"Europe/London\"},\"" + OTHER_SOURCE + "\":{\"zone\":\"Europe/Berlin\"}}");
            var link = new CompletableFuture<String>();
            var pipeline = LocalPipeline.start(folder, LocalPipeline.LOOPBACK, 0, Console.beside(link::complete));
            var stage = new Stage(folder, pipeline, link.get(30, TimeUnit.SECONDS));
            stage.knowOtherSource();
            return stage;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** It signs with the secret of the first; nobody has asked for its own so far. */
    private void knowOtherSource() throws IOException {
        var file = folder.resolve("secrets.json");
        var written = Files.readString(file, StandardCharsets.UTF_8);
        Files.writeString(
                file,
                written.replaceFirst(
                        "\"sources\"\\s*:\\s*\\{",
                        "\"sources\":{\"" + OTHER_SOURCE + "\":[{\"secret\":\"" + access().secret() + "\"}],"));
    }

    Access access() {
        return pipeline.access();
    }

    Sender sender() {
        return sender;
    }

    Letters letters() {
        return letters;
    }

    /** Sends them and waits until each is stored and scored. */
    void take(List<Payment> payments) {
        sender.send(payments);
        settled();
    }

    /** Waits until nothing is on its way. */
    void settled() {
        Eventually.holds(
                "everything is stored and scored",
                () -> letters.number("SELECT (SELECT count(*) FROM deliveries) + (SELECT count(*) FROM queue_messages)"
                                + " + (SELECT count(*) FROM transactions WHERE status IN ('RECEIVED', 'FLAGGED'))")
                        == 0);
    }

    /** The whole address of a page. */
    String page(String path) {
        return access().url() + "/console" + path;
    }

    /** The link that the start told. */
    String firstLink() {
        return firstLink;
    }

    /** Another link that signs in once. */
    String link() {
        var answer = call(HttpRequest.newBuilder(URI.create(page("/api/links")))
                .header("authorization", "Bearer " + access().operatorToken())
                .POST(BodyPublishers.noBody()));
        if (answer.statusCode() != 201) {
            throw new AssertionError("no link was made: " + answer.statusCode());
        }
        return Fields.parse(READER, answer.body().getBytes(StandardCharsets.UTF_8))
                .text("url");
    }

    /** What the query API says of a transaction, to an operator. */
    String stored(String id) {
        return call(HttpRequest.newBuilder(URI.create(access().url() + "/transactions/" + id))
                        .header("authorization", "Bearer " + access().operatorToken()))
                .body();
    }

    private HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        sender.close();
        pipeline.close();
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
