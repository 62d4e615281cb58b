package dev.sluice.console.door;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Headers;
import dev.sluice.local.http.PageAnswer;

/** Refusals that more than one page answers. */
final class Refusals {

    private Refusals() {}

    static PageAnswer tooOften(OperatorKey.Shown.TooOften often) {
        return Headers.with(
                Answers.problem(429, "too many wrong keys; a one-time link still works, or wait a minute"),
                "retry-after",
                Long.toString(often.rest().toSeconds()));
    }
}
