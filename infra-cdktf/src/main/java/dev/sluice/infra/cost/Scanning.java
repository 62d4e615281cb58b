package dev.sluice.infra.cost;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is assumed of a scan of an environment, and of what comes of it; none of it was measured on AWS.
 *
 * @param seconds how long the scanner runs
 * @param writeUnits write units of a scan: its lease, its numbers, what became of findings
 * @param readUnits read units of a scan: every finding with its history, the scans of the trend
 * @param reportBytes a report, for people and for programs together
 * @param storedBytes what the table of findings takes
 * @param planned which share of scans asks for repairs
 * @param repairSeconds how long the remediator runs for one request
 */
public record Scanning(
        BigDecimal seconds,
        BigDecimal writeUnits,
        BigDecimal readUnits,
        BigDecimal reportBytes,
        BigDecimal storedBytes,
        BigDecimal planned,
        BigDecimal repairSeconds) {

    /** An environment with both stacks and some ten open findings, scanned so seldom that each scan starts anew. */
    public static final Scanning ASSUMED = new Scanning(
            new BigDecimal("7"),
            new BigDecimal("20"),
            new BigDecimal("50"),
            new BigDecimal("60000"),
            new BigDecimal("10000000"),
            new BigDecimal("0.05"),
            new BigDecimal("7"));

    public Scanning {
        for (var number : List.of(seconds, writeUnits, readUnits, reportBytes, storedBytes, planned, repairSeconds)) {
            if (number.signum() < 0) {
                throw new IllegalArgumentException("what is assumed is 0 at least, not " + number);
            }
        }
        if (planned.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("planned is a share from 0 to 1, not " + planned);
        }
    }
}
