package dev.sluice.console.page;

import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.util.List;

/** A page that takes these methods alone; any other is told which. */
public record Methods(List<String> taken, Page page) implements Page {

    public Methods {
        taken = List.copyOf(taken);
    }

    /** A page that is only read. */
    public static Page reading(Page page) {
        return new Methods(List.of("GET", "HEAD"), page);
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        return taken.contains(request.method()) ? page.answer(request) : refusal(taken);
    }

    /** 405, with what is taken. */
    public static PageAnswer refusal(List<String> taken) {
        var allowed = String.join(", ", taken);
        return Headers.with(Answers.problem(405, "this address takes " + allowed), "allow", allowed);
    }
}
