package dev.sluice.console.letters;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Page;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;

/** How a run stands, and, of DELETE, its end: the last part of the path is its id. */
public final class RunPage implements Page {

    private final Redrives redrives;

    public RunPage(Redrives redrives) {
        this.redrives = redrives;
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        var path = request.path();
        var id = path.substring(path.lastIndexOf('/') + 1);
        return (request.method().equals("DELETE") ? redrives.stop(id) : redrives.find(id))
                .map(view -> Answers.json(view.json()))
                .orElseGet(() -> Answers.problem(
                        404,
                        "there is no such run, or no longer: the last " + Redrives.MOST_REMEMBERED
                                + " of this process are remembered"));
    }
}
