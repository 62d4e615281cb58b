package dev.sluice.console.running;

import dev.sluice.console.live.ActivityPage;
import dev.sluice.console.live.LivePage;
import dev.sluice.console.live.Watch;
import dev.sluice.console.page.Page;
import dev.sluice.console.refused.Refusals;
import dev.sluice.console.refused.RefusedPage;
import dev.sluice.local.Attachment;
import dev.sluice.local.LocalPipeline;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.http.Pages;
import dev.sluice.local.http.Witness;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** A pipeline that runs, watched; its pages are open to everybody who asks. */
public final class Watched implements AutoCloseable {

    private final LocalPipeline pipeline;
    private final Beside beside;

    private Watched(LocalPipeline pipeline, Beside beside) {
        this.pipeline = pipeline;
        this.beside = beside;
    }

    /** Starts on that folder, and goes on where it stood. */
    public static Watched start(Path folder) {
        var made = new Beside[1];
        var pipeline = LocalPipeline.start(folder, "127.0.0.1", 0, inside -> {
            made[0] = Beside.of(inside);
            return made[0];
        });
        return new Watched(pipeline, made[0]);
    }

    public LocalPipeline pipeline() {
        return pipeline;
    }

    public Watch watch() {
        return beside.watch;
    }

    /** Ends what watches; the pipeline goes on. */
    public void closeWatch() {
        beside.close();
    }

    @Override
    public void close() {
        pipeline.close();
    }

    private record Beside(Refusals refusals, Watch watch, Map<String, Page> at) implements Attachment, Pages {

        static Beside of(Attachment.Inside inside) {
            var refusals = Refusals.start(inside.database(), inside.clock());
            var watch = Watch.start(inside.database(), inside.clock(), refusals, inside.troubles());
            return new Beside(
                    refusals,
                    watch,
                    Map.of(
                            "/live", new LivePage(watch, request -> true),
                            "/refused", new RefusedPage(refusals),
                            "/activity", new ActivityPage(inside.database(), inside.clock(), watch)));
        }

        @Override
        public boolean has(String path) {
            return at.containsKey(path);
        }

        @Override
        public PageAnswer answer(PageRequest request) {
            return Objects.requireNonNull(at.get(request.path())).answer(request);
        }

        @Override
        public Pages pages() {
            return this;
        }

        @Override
        public Witness witness() {
            return refusals;
        }

        @Override
        public void close() {
            watch.close();
            refusals.close();
        }
    }
}
