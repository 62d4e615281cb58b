package dev.sluice.integration.sandbox.gateway;

import dev.sluice.integration.sandbox.deployed.Stated;
import java.util.Optional;

/**
 * How much may come how fast (AWS, "Throttle requests to your REST APIs for better throughput in API Gateway").
 *
 * @param rate requests a second
 * @param burst requests at once
 */
record Throttle(double rate, int burst) {

    /** What a block says; nothing is said by its absence or by a negative number. */
    static Optional<Throttle> of(Stated stated, String rate, String burst, String... block) {
        var at = stated.at(block);
        var throttle = new Throttle(at.path(rate).asDouble(-1), at.path(burst).asInt(-1));
        return Optional.of(throttle).filter(each -> each.rate >= 0 && each.burst >= 0);
    }
}
