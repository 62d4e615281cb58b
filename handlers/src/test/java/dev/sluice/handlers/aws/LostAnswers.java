package dev.sluice.handlers.aws;

import dev.sluice.handlers.aws.FaultyWire.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Plans of faults that a client with its retries gets the better of. */
final class LostAnswers {

    /** Silence must end soon in a test, yet no attempt that is merely slow on a busy machine may be given up on. */
    static final Clients.Limits PATIENT =
            new Clients.Limits(Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(60));

    private LostAnswers() {}

    /**
     * Befalls one request in six or so; which, and with what, the seed says. That eight attempts of one call are all
     * befallen, whoever else is calling, comes once in more than a million.
     */
    static FaultyWire.Plan seeded(long seed, List<Fault> faults) {
        var random = new Random(seed);
        return number -> {
            synchronized (random) {
                return random.nextInt(6) > 0 ? Fault.NONE : faults.get(random.nextInt(faults.size()));
            }
        };
    }

    /** These, one a request, then none. */
    static FaultyWire.Plan first(Fault... faults) {
        return number -> number < faults.length ? faults[number] : Fault.NONE;
    }
}
