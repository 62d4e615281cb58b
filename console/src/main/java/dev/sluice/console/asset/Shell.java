package dev.sluice.console.asset;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Page;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.util.Map;
import java.util.Set;

/** The document behind every page's address: its scripts look at the address and ask for what is to be shown. */
public final class Shell implements Page {

    /** The first page; without the stroke at its end it is sent on here. */
    private static final String FIRST = "/console/";

    private static final Set<String> PAGES = Set.of(
            FIRST,
            "/console/find",
            "/console/transaction",
            "/console/dead-letters",
            "/console/dead-letter",
            "/console/refused");

    private final WebFiles files = new WebFiles();

    @Override
    public PageAnswer answer(PageRequest request) {
        if (request.path().equals("/console")) {
            return new PageAnswer.Whole(308, Map.of("location", FIRST, "cache-control", "no-cache"), new byte[0]);
        }
        var status = PAGES.contains(request.path()) ? 200 : 404;
        return files.find(WebFiles.INDEX)
                .map(file -> file.answer(status, request))
                .orElseGet(() -> Answers.problem(404, "there is no such page"));
    }
}
