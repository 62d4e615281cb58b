package dev.sluice.infra.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A capacity of the table that is set beforehand and paid for by the hour (DynamoDB's provisioned mode), instead of by what is used.
 *
 * @param writes write units a second
 * @param reads read units a second
 */
public record FixedCapacity(BigDecimal writes, BigDecimal reads) {

    private static final BigDecimal HOURS_A_MONTH = new BigDecimal("730");
    private static final BigDecimal SECONDS_AN_HOUR = new BigDecimal("3600");
    private static final BigDecimal SECONDS_A_MONTH = HOURS_A_MONTH.multiply(SECONDS_AN_HOUR);

    /**
     * As much as a month uses, where its mean is that share of what is set: 1 where every second is like every other,
     * a quarter where the busiest is four times the mean and the capacity is set for it.
     *
     * @param month a bill of what is used
     * @throws IllegalArgumentException where the share is none, or more than all
     */
    public static FixedCapacity of(Bill month, BigDecimal used) {
        if (used.signum() <= 0 || used.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("what is used is a share above 0, up to 1, not " + used);
        }
        return new FixedCapacity(
                aSecond(month.quantity(Prices.WRITE), used), aSecond(month.quantity(Prices.READ), used));
    }

    private static BigDecimal aSecond(BigDecimal units, BigDecimal used) {
        return units.divide(SECONDS_A_MONTH.multiply(used), 0, RoundingMode.CEILING);
    }

    /** What it costs in a month, whatever is used of it. */
    public BigDecimal dollars() {
        return Prices.FIXED_WRITE
                .of(writes.multiply(HOURS_A_MONTH))
                .add(Prices.FIXED_READ.of(reads.multiply(HOURS_A_MONTH)));
    }

    /** What the same month costs that is paid for by what it uses. */
    public static BigDecimal onDemand(Bill month) {
        return Prices.WRITE.of(month.quantity(Prices.WRITE)).add(Prices.READ.of(month.quantity(Prices.READ)));
    }

    /**
     * From which share of a fixed capacity in use on it is the cheaper.
     *
     * @param fixed for a unit a second, for an hour
     * @param onDemand for a unit
     */
    public static BigDecimal breakEven(Price fixed, Price onDemand) {
        return fixed.of(BigDecimal.ONE).divide(onDemand.of(SECONDS_AN_HOUR), MathContext.DECIMAL64);
    }

    /**
     * From which share of the time at work on a function is cheaper kept warm than not: what is saved of each second at
     * work pays for each second that it stands ready.
     *
     * @param warm for a GB-second that it stands ready
     * @param runningWarm for a GB-second at work where it is kept warm
     * @param running for a GB-second at work where it is not
     */
    public static BigDecimal breakEven(Price warm, Price runningWarm, Price running) {
        return warm.dollars().divide(running.dollars().subtract(runningWarm.dollars()), MathContext.DECIMAL64);
    }
}
