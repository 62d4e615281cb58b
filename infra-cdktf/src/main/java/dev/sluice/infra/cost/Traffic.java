package dev.sluice.infra.cost;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is assumed of the traffic and of AWS; none of it was measured.
 *
 * @param callMilliseconds how long AWS takes to answer one call, in ms
 * @param invocationsAnItem how many invocations a record or message costs: 1 where each comes alone, less where batches fill
 * @param flagged which share of transactions somebody is told of
 * @param logCompressed to which share of itself CloudWatch compresses what it keeps
 * @param traced which share of traces X-Ray records
 * @param pollers how many pollers ask an empty queue of work, each waiting 20 seconds for an answer
 * @param environments how many execution environments of a function live at once; each fetches secrets for itself
 * @param coldStarts which share of invocations finds no environment ready
 * @param restoreMilliseconds how long a start from a snapshot takes, as it is charged, in ms
 */
public record Traffic(
        BigDecimal callMilliseconds,
        BigDecimal invocationsAnItem,
        BigDecimal flagged,
        BigDecimal logCompressed,
        BigDecimal traced,
        BigDecimal pollers,
        BigDecimal environments,
        BigDecimal coldStarts,
        BigDecimal restoreMilliseconds) {

    /** Card payments at about 20 a second while they come. */
    public static final Traffic ASSUMED = new Traffic(
            new BigDecimal("10"),
            new BigDecimal("1"),
            new BigDecimal("0.002"),
            new BigDecimal("0.15"),
            new BigDecimal("0.10"),
            new BigDecimal("5"),
            new BigDecimal("10"),
            new BigDecimal("0.01"),
            new BigDecimal("200"));

    public Traffic {
        share("invocationsAnItem", invocationsAnItem);
        share("flagged", flagged);
        share("logCompressed", logCompressed);
        share("traced", traced);
        share("coldStarts", coldStarts);
        for (var number : List.of(callMilliseconds, pollers, environments, restoreMilliseconds)) {
            if (number.signum() < 0) {
                throw new IllegalArgumentException("what is assumed is 0 at least, not " + number);
            }
        }
    }

    private static void share(String name, BigDecimal share) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(name + " is a share from 0 to 1, not " + share);
        }
    }
}
