package dev.sluice.console.asset;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Page;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;

/** Scripts, sheets and pictures, to everybody: they tell nothing of the pipeline. */
public final class Assets implements Page {

    /** What their addresses begin with. */
    public static final String BELOW = "/console/assets/";

    private final WebFiles files = new WebFiles();

    @Override
    public PageAnswer answer(PageRequest request) {
        return files.find(request.path().substring(BELOW.length()))
                .map(file -> file.answer(200, request))
                .orElseGet(() -> Answers.problem(404, "there is no such file"));
    }
}
