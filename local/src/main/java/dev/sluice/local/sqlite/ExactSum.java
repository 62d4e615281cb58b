package dev.sluice.local.sqlite;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Sums as the file keeps them, in two limbs, so that they stay exact beyond 64 bits: {@code sum_high * 10^18 + sum_low}.
 */
public final class ExactSum {

    /** Adds up limbs, each part by itself: it fits 64 bits for more rows than fit a disk. Three columns. */
    public static final String COLUMNS = "sum(sum_high), sum(sum_low / 1000000000), sum(sum_low % 1000000000)";

    /** The same three columns, of amounts of up to 64 bits in one column. */
    public static String columnsOf(String amount) {
        return "0, sum(" + amount + " / 1000000000), sum(" + amount + " % 1000000000)";
    }

    /** The limbs of the sum of those amounts, as a row keeps them: {@code sum_high} and {@code sum_low}. */
    static String limbsOf(String amount) {
        var low = "sum(" + amount + " % 1000000000)";
        var middle = "(sum(" + amount + " / 1000000000) + " + low + " / 1000000000)";
        return middle + " / 1000000000, " + middle + " % 1000000000 * 1000000000 + " + low + " % 1000000000";
    }

    /** Adds one amount, which is {@code excluded}'s, to the sum of a row that is there. */
    static final String ADD = "count = count + 1,"
            + " sum_high = sum_high + excluded.sum_high + (sum_low + excluded.sum_low) / 1000000000000000000,"
            + " sum_low = (sum_low + excluded.sum_low) % 1000000000000000000";

    private static final long LIMB = 1_000_000_000_000_000_000L;

    private static final BigInteger HIGH = BigInteger.TEN.pow(18);
    private static final BigInteger MIDDLE = BigInteger.TEN.pow(9);

    private ExactSum() {}

    /** What {@code sum_high} is of one amount, in minor units. */
    static long high(long minor) {
        return minor / LIMB;
    }

    /** What {@code sum_low} is of it. */
    static long low(long minor) {
        return minor % LIMB;
    }

    /** The sum that {@link #COLUMNS} or {@link #columnsOf} give, which begin at that column. */
    public static BigInteger read(ResultSet row, int column) throws SQLException {
        return BigInteger.valueOf(row.getLong(column))
                .multiply(HIGH)
                .add(BigInteger.valueOf(row.getLong(column + 1)).multiply(MIDDLE))
                .add(BigInteger.valueOf(row.getLong(column + 2)));
    }
}
