package dev.sluice.console.live;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Page;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** The pipeline as it runs, as server-sent events for as long as somebody reads. */
public final class LivePage implements Page {

    /** How long nothing is said at most: a reader that hears nothing at all takes the connection for lost. */
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Map<String, String> HEADERS = Map.of(
            "content-type", "text/event-stream",
            "cache-control", "no-store",
            "x-accel-buffering", "no");

    /** Whoever loses the connection comes again two seconds later. */
    private static final byte[] GREETING = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

    private static final byte[] HEARTBEAT = ": nothing new\n\n".getBytes(StandardCharsets.UTF_8);

    private final Watch watch;
    private final Predicate<PageRequest> isIn;

    /**
     * What that one sees.
     *
     * @param isIn whether who asked so is still let in: a stream may outlive the session that it was opened with
     */
    public LivePage(Watch watch, Predicate<PageRequest> isIn) {
        this.watch = watch;
        this.isIn = isIn;
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        if (watch.viewers().isFull()) {
            return Answers.problem(503, "too many watch already, at most " + Viewers.MOST + " do; close a window");
        }
        return new PageAnswer.Flowing(200, HEADERS, out -> flow(out, request));
    }

    private void flow(OutputStream out, PageRequest request) throws IOException {
        // Only whoever is read to counts: an answer that is never sent would keep its place for ever.
        var entered = watch.enter();
        if (entered.isEmpty()) {
            return;
        }
        var viewer = entered.get();
        try {
            out.write(GREETING);
            out.flush();
            for (var news = viewer.next(SILENCE); news.isPresent() && isIn.test(request); news = viewer.next(SILENCE)) {
                for (var frame : news.get()) {
                    frame.into(out);
                }
                if (news.get().isEmpty()) {
                    out.write(HEARTBEAT);
                }
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watch.viewers().leave(viewer);
        }
    }
}
