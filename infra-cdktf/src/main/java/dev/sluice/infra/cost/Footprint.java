package dev.sluice.infra.cost;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a usual payment, with a merchant and billed in its own currency, leaves behind, as tests count it.
 *
 * @param storeUnits write units of storing it, all of its items
 * @param indexUnits write units of an index that holds what no enricher has seen yet: to enter it and to leave it
 * @param assessmentUnits write units of writing its assessment down, or that somebody was told
 * @param alertUnits write units of an alert in the ledger
 * @param historyUnits read units of its account's history
 * @param storedBytes what it takes in the table with its entry in the history, its part of the counts and its assessment
 * @param logBytes what an invocation writes into its log: our line and Lambda's own three, with what CloudWatch adds
 * @param accessLogBytes what a request writes into the API's log
 */
public record Footprint(
        BigDecimal storeUnits,
        BigDecimal indexUnits,
        BigDecimal assessmentUnits,
        BigDecimal alertUnits,
        BigDecimal historyUnits,
        BigDecimal storedBytes,
        BigDecimal logBytes,
        BigDecimal accessLogBytes) {

    /** Held to by {@code CostOfHistoryTest}, {@code CostOfKeepingTest}, {@code CostOfLogsTest} and {@code AccessLogTest}. */
    public static final Footprint COUNTED = new Footprint(
            new BigDecimal("22"),
            new BigDecimal("2"),
            new BigDecimal("2"),
            new BigDecimal("2"),
            new BigDecimal("40"),
            new BigDecimal("3500"),
            new BigDecimal("970"),
            new BigDecimal("400"));

    public Footprint {
        for (var number : List.of(
                storeUnits,
                indexUnits,
                assessmentUnits,
                alertUnits,
                historyUnits,
                storedBytes,
                logBytes,
                accessLogBytes)) {
            if (number.signum() < 0) {
                throw new IllegalArgumentException("what is left behind is 0 at least, not " + number);
            }
        }
    }
}
