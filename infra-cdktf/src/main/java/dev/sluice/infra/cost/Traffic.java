package dev.sluice.infra.cost;

import dev.sluice.blueprint.Function;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What is assumed of the traffic; none of it was measured on AWS.
 *
 * @param milliseconds how long each function runs for one event, by its name
 * @param invocationsAnItem how many invocations a record or message costs: 1 where each comes alone, less where batches fill
 * @param flagged which share of transactions somebody is told of
 * @param storeUnits write units of storing a transaction, all of its items
 * @param indexUnits write units of an index that holds what no enricher has seen yet: to enter it and to leave it
 * @param assessmentUnits write units of writing an assessment down, or that somebody was told
 * @param alertUnits write units of an alert in the ledger
 * @param historyUnits read units of an account's history
 * @param storedBytes what a transaction takes in the table with its entry in the history and its part of the counts
 * @param logBytes what an invocation writes into its log: our line and Lambda's own two, with what CloudWatch adds
 * @param accessLogBytes what a request writes into the API's log
 * @param logCompressed to which share of itself CloudWatch compresses what it keeps
 * @param traced which share of traces X-Ray records
 * @param pollers how many pollers ask an empty queue of work, each waiting 20 seconds for an answer
 * @param environments how many execution environments of a function live at once; each fetches secrets for itself
 */
public record Traffic(
        Map<String, BigDecimal> milliseconds,
        BigDecimal invocationsAnItem,
        BigDecimal flagged,
        BigDecimal storeUnits,
        BigDecimal indexUnits,
        BigDecimal assessmentUnits,
        BigDecimal alertUnits,
        BigDecimal historyUnits,
        BigDecimal storedBytes,
        BigDecimal logBytes,
        BigDecimal accessLogBytes,
        BigDecimal logCompressed,
        BigDecimal traced,
        BigDecimal pollers,
        BigDecimal environments) {

    /** Card payments with a merchant, at about 20 a second while they come. */
    public static final Traffic ASSUMED = new Traffic(
            Map.of(
                    "validator", new BigDecimal("20"),
                    "processor", new BigDecimal("60"),
                    "enricher", new BigDecimal("60"),
                    "notifier", new BigDecimal("60")),
            new BigDecimal("1"),
            new BigDecimal("0.002"),
            new BigDecimal("22"),
            new BigDecimal("2"),
            new BigDecimal("3"),
            new BigDecimal("2"),
            new BigDecimal("40"),
            new BigDecimal("3000"),
            new BigDecimal("1600"),
            new BigDecimal("400"),
            new BigDecimal("0.15"),
            new BigDecimal("0.10"),
            new BigDecimal("5"),
            new BigDecimal("10"));

    public Traffic {
        milliseconds = Map.copyOf(milliseconds);
        share("invocationsAnItem", invocationsAnItem);
        share("flagged", flagged);
        share("logCompressed", logCompressed);
        share("traced", traced);
        for (var number : List.of(
                storeUnits,
                indexUnits,
                assessmentUnits,
                alertUnits,
                historyUnits,
                storedBytes,
                logBytes,
                accessLogBytes,
                pollers,
                environments)) {
            if (number.signum() < 0) {
                throw new IllegalArgumentException("what is assumed is 0 at least, not " + number);
            }
        }
    }

    /** How long a function runs for one event, in ms. */
    BigDecimal millisecondsOf(Function function) {
        var assumed = milliseconds.get(function.name());
        if (assumed == null) {
            throw new IllegalArgumentException("nothing is assumed of how long the " + function.name() + " runs");
        }
        return assumed;
    }

    private static void share(String name, BigDecimal share) {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(name + " is a share from 0 to 1, not " + share);
        }
    }
}
