package dev.sluice.local.delivery;

import dev.sluice.local.sqlite.Session;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A way into functions: where deliveries wait in the file, and by which rules they are made. */
interface Hop {

    /** Leases of a process that is gone are void: their deliveries are due again, at once. */
    void voidLeases(Session session, Instant now) throws SQLException;

    /**
     * Leases what is due.
     *
     * @param until when the leases end
     * @param most how many deliveries at most
     */
    List<Delivery> lease(Session session, Instant now, Instant until, int most) throws SQLException;

    /** How many of its deliveries may run at the same time. */
    int most();

    /** When the next one is due, or the next lease ends. */
    Optional<Instant> nextDue(Session session) throws SQLException;
}
