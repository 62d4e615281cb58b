package dev.sluice.console;

import static java.util.Map.entry;

import dev.sluice.blueprint.Pipeline;
import dev.sluice.console.door.OneTimeLinks;
import dev.sluice.console.door.OperatorKey;
import dev.sluice.console.door.Place;
import dev.sluice.console.door.SessionPage;
import dev.sluice.console.door.Sessions;
import dev.sluice.console.find.TransactionsPage;
import dev.sluice.console.letters.LetterPage;
import dev.sluice.console.letters.LettersPage;
import dev.sluice.console.letters.Redrives;
import dev.sluice.console.letters.RedrivesPage;
import dev.sluice.console.letters.RunPage;
import dev.sluice.console.live.ActivityPage;
import dev.sluice.console.live.LivePage;
import dev.sluice.console.live.Watch;
import dev.sluice.console.overview.PipelinePage;
import dev.sluice.console.overview.VocabularyPage;
import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Headers;
import dev.sluice.console.page.Methods;
import dev.sluice.console.page.Page;
import dev.sluice.console.refused.Refusals;
import dev.sluice.console.refused.RefusedPage;
import dev.sluice.console.transaction.AccountPage;
import dev.sluice.console.transaction.TransactionPage;
import dev.sluice.local.Attachment;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import dev.sluice.local.http.Pages;
import dev.sluice.local.http.Witness;
import dev.sluice.local.redriving.Time;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
    private final Refusals refusals;
    private final Watch watch;
    private final Redrives redrives;
    private final Map<String, Page> pages;
    private volatile Optional<Site> site = Optional.empty();

    private Console(Inside inside, Consumer<String> link) {
        this.inside = inside;
        this.link = link;
        this.startedAt = inside.clock().instant();
        this.links = new OneTimeLinks(inside.clock(), inside.random());
        this.sessions = new Sessions(inside.clock(), inside.random());
        this.key = new OperatorKey(inside.operatorToken(), inside.clock());
        this.refusals = Refusals.start(inside.database(), inside.clock());
        this.watch = Watch.start(inside.database(), inside.clock(), refusals, inside.troubles());
        this.redrives = new Redrives(
                inside.database(),
                inside.clock(),
                Time.REAL,
                run -> watch.tell("redrive", run.json()),
                inside.troubles());
        this.pages = api();
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
    private Map<String, Page> api() {
        var database = inside.database();
        var clock = inside.clock();
        var reading = Map.<String, Page>ofEntries(
                entry("pipeline", new PipelinePage(Pipeline.BLUEPRINT)),
                entry("vocabulary", new VocabularyPage(database, Pipeline.BLUEPRINT)),
                entry("live", new LivePage(watch, this::isIn)),
                entry("activity", new ActivityPage(database, clock, watch)),
                entry("transactions", new TransactionsPage(database)),
                entry(
                        "transaction",
                        new TransactionPage(database, Optional.of(inside.risk().flagAt()))),
                entry("account", new AccountPage(database)),
                entry("dead-letters", new LettersPage(database, clock)),
                entry("dead-letter", new LetterPage(database, clock)),
                entry("refused", new RefusedPage(refusals)));
        var all = new HashMap<String, Page>();
        // All of them at once: one that was forgotten would take any method.
        reading.forEach((address, page) -> all.put(address, Methods.reading(page)));
        all.put("redrives", new Methods(List.of("POST"), new RedrivesPage(redrives)));
        all.put("redrives/", new Methods(List.of("GET", "HEAD", "DELETE"), new RunPage(redrives)));
        return Map.copyOf(all);
    }

    /** Whether who asked so is still let in. */
    private boolean isIn(PageRequest request) {
        return site.map(open -> open.door().refuses(request).isEmpty()).orElse(false);
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
        return refusals;
    }

    /** Whatever flows has to end here: the front waits for it. */
    @Override
    public void close() {
        redrives.close();
        watch.close();
        refusals.close();
    }
}
