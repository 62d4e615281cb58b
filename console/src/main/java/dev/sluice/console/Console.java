package dev.sluice.console;

import dev.sluice.console.door.OneTimeLinks;
import dev.sluice.console.door.OperatorKey;
import dev.sluice.console.door.Place;
import dev.sluice.console.door.SessionPage;
import dev.sluice.console.door.Sessions;
import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Headers;
import dev.sluice.console.page.Page;
import dev.sluice.local.Attachment;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.http.Pages;
import dev.sluice.local.http.Witness;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The console beside a pipeline, in its process: where its pages meet the pipeline's file. */
public final class Console implements Attachment, Pages {

    private final Inside inside;
    private final Consumer<String> link;
    private final Instant startedAt;
    private final OneTimeLinks links;
    private final Sessions sessions;
    private final OperatorKey key;
    private final Map<String, Page> pages;
    private volatile Optional<Site> site = Optional.empty();

    private Console(Inside inside, Consumer<String> link) {
        this.inside = inside;
        this.link = link;
        this.startedAt = inside.clock().instant();
        this.links = new OneTimeLinks(inside.clock(), inside.random());
        this.sessions = new Sessions(inside.clock(), inside.random());
        this.key = new OperatorKey(inside.operatorToken(), inside.clock());
        this.pages = pages(inside);
    }

    /**
     * Runs the console with a pipeline.
     *
     * @param link told the first one-time link, once it can be opened
     */
    public static Attachment.Maker beside(Consumer<String> link) {
        return inside -> new Console(inside, link);
    }

    /** What the console's API reads and does, behind the door: by the address below {@link Site#API}. */
    private static Map<String, Page> pages(Inside inside) {
        // Pages go here. One whose key ends in a stroke has all that is below it; Methods.reading(page) is for one
        // that is only read.
        return Map.of();
    }

    @Override
    public void listening(int port) {
        var place = new Place(inside.host(), port);
        var folder = inside.folder().toAbsolutePath().normalize().getFileName();
        var running = new SessionPage.Running(folder == null ? "/" : folder.toString(), startedAt);
        site = Optional.of(Site.of(place, sessions, links, key, running, pages));
        link.accept(place.link(links.issue()));
    }

    @Override
    public boolean has(String path) {
        return path.equals("/console") || path.startsWith("/console/");
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        return Headers.guarding(site.map(open -> open.answer(request, inside.troubles()))
                .orElseGet(() -> Answers.problem(503, "the pipeline is just starting; ask again")));
    }

    @Override
    public Pages pages() {
        return this;
    }

    @Override
    public Witness witness() {
        return Witness.NONE;
    }

    /** Whatever flows has to end here: the front waits for it. */
    @Override
    public void close() {
        // Nothing flows yet.
    }
}
