package dev.sluice.simulation.world;

import java.time.Instant;
import java.util.Optional;

/** One time that a sender sent something, and what it was answered. */
public final class Try {

    private final Item.Submits item;
    private final String correlationId;
    private int status;
    private Optional<Instant> receivedAt = Optional.empty();

    Try(Item.Submits item, String correlationId) {
        this.item = item;
        this.correlationId = correlationId;
    }

    void answered(int answer, Optional<Instant> at) {
        status = answer;
        receivedAt = at;
    }

    public Content content() {
        return item.content();
    }

    public String correlationId() {
        return correlationId;
    }

    /** Of HTTP; 0 where no answer came, or not yet. */
    public int status() {
        return status;
    }

    public boolean isAccepted() {
        return status == 202;
    }

    /** What the answer said of when it arrived; only where it was accepted. */
    public Optional<Instant> receivedAt() {
        return receivedAt;
    }

    @Override
    public String toString() {
        return correlationId + " (" + item.content().identity().source() + "/"
                + item.content().identity().id() + ")";
    }
}
