package dev.sluice.console.letters;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Page;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;

/** Starts to redrive letters, and answers at once. */
public final class RedrivesPage implements Page {

    private final Redrives redrives;

    public RedrivesPage(Redrives redrives) {
        this.redrives = redrives;
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        return redrives.start(RedriveOrderReader.read(request.body()))
                .map(view -> Answers.json(202, view.json()))
                .orElseGet(() -> Answers.problem(
                        409, "letters are being redriven already: wait for the end of that run, then start yours"));
    }
}
