package dev.sluice.console.door;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tickets that open one session each: who has the link needs no key, and who finds it later has nothing. */
public final class OneTimeLinks {

    /** Outstanding at the same time; the oldest gives way to the next. */
    static final int MOST = 16;

    static final Duration LIFE = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final SecureRandom random;
    private final Map<String, Instant> expiries = new LinkedHashMap<>();

    public OneTimeLinks(InstantSource clock, SecureRandom random) {
        this.clock = clock;
        this.random = random;
    }

    /** What is shown once. */
    public record Ticket(String text, Instant expiresAt) {

        /** Says nothing of the text: this must be safe to log. */
        @Override
        public String toString() {
            return "Ticket[" + expiresAt + "]";
        }
    }

    /** A new ticket. */
    public synchronized Ticket issue() {
        if (expiries.size() == MOST) {
            expiries.remove(expiries.keySet().iterator().next());
        }
        var ticket = new Ticket(Tokens.fresh(random), clock.instant().plus(LIFE));
        expiries.put(Tokens.digest(ticket.text()), ticket.expiresAt());
        return ticket;
    }

    /** Whether that is a ticket that still opens something; from now on it does not. */
    synchronized boolean take(String ticket) {
        var expiresAt = expiries.remove(Tokens.digest(ticket));
        return expiresAt != null && clock.instant().isBefore(expiresAt);
    }
}
