package dev.sluice.console.door;

import dev.sluice.console.page.Answers;
import dev.sluice.console.page.Headers;
import dev.sluice.console.page.Methods;
import dev.sluice.console.page.Page;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.util.List;

/** Where programs that know the operator token get a new one-time link; no browser has a reason to come here. */
public final class LinksPage implements Page {

    private static final String BEARER = "Bearer ";

    private final Place place;
    private final OneTimeLinks links;
    private final OperatorKey key;

    public LinksPage(Place place, OneTimeLinks links, OperatorKey key) {
        this.place = place;
        this.links = links;
        this.key = key;
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        if (!request.method().equals("POST")) {
            return Methods.refusal(List.of("POST"));
        }
        if (request.header("origin").isPresent()
                || request.header("sec-fetch-site").isPresent()) {
            return Answers.problem(403, "no page may ask for this; 'sluice console' does");
        }
        var shown = request.header("authorization").orElse("");
        if (!shown.startsWith(BEARER)) {
            return Headers.with(
                    Answers.problem(401, "send the operator token as a bearer token in Authorization"),
                    "www-authenticate",
                    "Bearer");
        }
        return switch (key.show(shown.substring(BEARER.length()))) {
            case OperatorKey.Shown.Right ignored -> link();
            case OperatorKey.Shown.Wrong ignored ->
                Answers.problem(403, "send the operator token as a bearer token in Authorization");
            case OperatorKey.Shown.TooOften often -> Refusals.tooOften(often);
        };
    }

    private PageAnswer link() {
        var ticket = links.issue();
        return Answers.json(201, json -> {
            json.writeStringField("url", place.link(ticket));
            json.writeStringField("expiresAt", ticket.expiresAt().toString());
        });
    }
}
