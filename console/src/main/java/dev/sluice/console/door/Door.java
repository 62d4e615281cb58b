package dev.sluice.console.door;

import dev.sluice.console.page.Answers;
import dev.sluice.local.http.PageAnswer;
import dev.sluice.local.http.PageRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides what a request may do, by what it shows. */
public final class Door {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    /** The page itself asks, or its user typed the address. */
    private static final Set<String> READERS = Set.of("same-origin", "none");

    private final Set<String> hosts;
    private final SessionCookie cookie;
    private final Sessions sessions;

    public Door(Place place, Sessions sessions) {
        this.hosts = place.hosts();
        this.cookie = new SessionCookie(place.port());
        this.sessions = sessions;
    }

    /** The refusal of a request that was sent to another name than ours; empty where it may go on. */
    public Optional<PageAnswer> refusesHost(PageRequest request) {
        var host = request.header("host").orElse("").toLowerCase(Locale.ROOT);
        return hosts.isEmpty() || hosts.contains(host)
                ? Optional.empty()
                : refusal("this pipeline is called 127.0.0.1, localhost or [::1] with its port; use one of these");
    }

    /** Whether a request may read, or act where it asks for that. */
    sealed interface Decision {
        record In(Session session) implements Decision {}

        record Out(PageAnswer refusal) implements Decision {}
    }

    /** The refusal of a request that may not read, or not act where it asks for that; empty where it may go on. */
    public Optional<PageAnswer> refuses(PageRequest request) {
        return switch (decide(request)) {
            case Decision.In ignored -> Optional.empty();
            case Decision.Out out -> Optional.of(out.refusal());
        };
    }

    Decision decide(PageRequest request) {
        var session = cookie.in(request).stream()
                .flatMap(id -> sessions.find(id).stream())
                .findFirst();
        if (session.isEmpty()) {
            return new Decision.Out(Answers.problem(401, "sign in: open a new link ('sluice console' prints one)"));
        }
        var refusal = READING.contains(request.method())
                ? refusesReader(request)
                : refusesOrigin(request).or(() -> refusesToken(request, session.get()));
        return refusal.<Decision>map(Decision.Out::new).orElseGet(() -> new Decision.In(session.get()));
    }

    /** The refusal of a request that does not come from our own page; empty where it may go on. */
    Optional<PageAnswer> refusesOrigin(PageRequest request) {
        // Where others reach us, a proxy may have ended TLS: only the browser knows which of the two it speaks.
        var samePage = request.header("host")
                .flatMap(host -> request.header("origin")
                        .filter(origin -> origin.equals("http://" + host)
                                || (hosts.isEmpty() && origin.equals("https://" + host))))
                .isPresent();
        var sameSite = request.header("sec-fetch-site").orElse("same-origin").equals("same-origin");
        return samePage && sameSite ? Optional.empty() : refusal("only the console's own page may ask for this");
    }

    SessionCookie cookie() {
        return cookie;
    }

    /** Another port of this machine is another origin, but the same site: browsers send it the cookie. */
    private static Optional<PageAnswer> refusesReader(PageRequest request) {
        return READERS.contains(request.header("sec-fetch-site").orElse("none"))
                ? Optional.empty()
                : refusal("only the console's own page may read this");
    }

    private static Optional<PageAnswer> refusesToken(PageRequest request, Session session) {
        return session.mayAct(request.header("x-console-token").orElse(""))
                ? Optional.empty()
                : refusal("send the session's token in x-console-token; reload the page to have it anew");
    }

    private static Optional<PageAnswer> refusal(String detail) {
        return Optional.of(Answers.problem(403, detail));
    }
}
