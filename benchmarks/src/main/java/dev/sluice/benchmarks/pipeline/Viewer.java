package dev.sluice.benchmarks.pipeline;

import dev.sluice.handlers.codec.JsonText;
import dev.sluice.local.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Somebody with the console open. */
final class Viewer implements AutoCloseable {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final String SEARCH = "transactions?merchant=travelodge&limit=200";

    private final URI pipeline;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final String cookie;
    private final Stream<String> live;
    private final Thread listener;
    private final Busy busy;
    private final AtomicLong samples = new AtomicLong();
    private final AtomicLong searches = new AtomicLong();
    private final AtomicLong searching = new AtomicLong();
    private volatile String failed = "";

    /** What one does there. */
    enum Busy {
        /** The overview is open, and follows the live stream. */
        LISTENING,
        /** And a search by a merchant's name each second. */
        SEARCHING
    }

    private Viewer(Access access, Busy busy) throws IOException, InterruptedException {
        this.busy = busy;
        this.pipeline = access.url();
        this.cookie = signIn(access);
        // Without a deadline: it flows for as long as somebody looks.
        this.live = answered(to("live").build(), BodyHandlers.ofLines());
        this.listener = Thread.ofVirtual().start(this::listen);
    }

    /** Signs in and begins to look. */
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the clock, and tells of failures by itself
    static Viewer of(Access access, Busy busy) throws IOException, InterruptedException {
        var viewer = new Viewer(access, busy);
        if (busy == Busy.SEARCHING) {
            viewer.clock.scheduleAtFixedRate(viewer::search, 0, 1, TimeUnit.SECONDS);
        }
        return viewer;
    }

    /**
     * What was seen.
     *
     * @param samples that the live stream told
     * @param searches that were answered
     * @param searchMillis the mean time to a search's answer; 0 where there was none
     */
    record Saw(long samples, long searches, double searchMillis) {}

    /** @throws IllegalStateException where something was refused, or nothing was seen: the figures would be no viewer's */
    Saw saw() {
        var answered = searches.get();
        if (!failed.isEmpty() || samples.get() == 0 || (busy == Busy.SEARCHING && answered == 0)) {
            throw new IllegalStateException("the viewer saw nothing: " + failed);
        }
        return new Saw(samples.get(), answered, answered == 0 ? 0 : searching.get() / 1e6 / answered);
    }

    private String signIn(Access access) throws IOException, InterruptedException {
        var key = JsonText.object(json -> json.writeStringField("key", access.operatorToken()));
        var response = client.send(
                HttpRequest.newBuilder(page("session"))
                        .timeout(LONGEST_ANSWER)
                        .header("origin", pipeline.toString())
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(key))
                        .build(),
                BodyHandlers.discarding());
        var set = response.headers().firstValue("set-cookie").orElse("");
        if (response.statusCode() != 200 || set.indexOf(';') < 0) {
            throw new IOException("the console did not let the viewer in: " + response.statusCode());
        }
        return set.substring(0, set.indexOf(';'));
    }

    private void listen() {
        try {
            live.filter("event: sample"::equals).forEach(sample -> samples.incrementAndGet());
        } catch (UncheckedIOException ended) {
            // The stream ends with the client, or with the pipeline: what was counted counts.
        }
    }

    private void search() {
        var began = System.nanoTime();
        try {
            answered(to(SEARCH).timeout(LONGEST_ANSWER).build(), BodyHandlers.ofByteArray());
            searching.addAndGet(System.nanoTime() - began);
            searches.incrementAndGet();
        } catch (IOException e) {
            failed = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T> T answered(HttpRequest request, HttpResponse.BodyHandler<T> as)
            throws IOException, InterruptedException {
        var response = client.send(request, as);
        if (response.statusCode() != 200) {
            throw new IOException("it was answered with " + response.statusCode());
        }
        return response.body();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(page(path)).header("cookie", cookie);
    }

    private URI page(String path) {
        return URI.create(pipeline + "/console/api/" + path);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.shutdownNow();
        listener.interrupt();
    }
}
