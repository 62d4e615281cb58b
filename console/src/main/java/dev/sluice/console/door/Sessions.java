package dev.sluice.console.door;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sessions that are open, in memory alone: a start anew ends them all. */
public final class Sessions {

    /** Open at the same time; the oldest gives way to the next. */
    static final int MOST = 64;

    static final Duration LIFE = Duration.ofHours(12);

    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    public Sessions(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** Opens one; whoever asks has shown a ticket or the key. */
    synchronized Session open() {
        if (sessions.size() == MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        var session = new Session(
                Tokens.fresh(random), Tokens.fresh(random), clock.instant().plus(LIFE));
        sessions.put(Tokens.digest(session.id()), session);
        return session;
    }

    /** The session of that id, while it lasts. */
    synchronized Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(Tokens.digest(id)))
                .filter(session -> clock.instant().isBefore(session.endsAt()));
    }

    synchronized void end(Session session) {
        sessions.remove(Tokens.digest(session.id()));
    }
}
