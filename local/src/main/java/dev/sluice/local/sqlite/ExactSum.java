package dev.sluice.local.sqlite;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Sums as the file keeps them, in two limbs, so that they stay exact beyond 64 bits: {@code sum_high * 10^18 + sum_low}.
 */
final class ExactSum {

    /** Adds up limbs, each part by itself: it fits 64 bits for more rows than fit a disk. Three columns. */
    static final String COLUMNS = "sum(sum_high), sum(sum_low / 1000000000), sum(sum_low % 1000000000)";

    private static final BigInteger HIGH = BigInteger.TEN.pow(18);
    private static final BigInteger MIDDLE = BigInteger.TEN.pow(9);

    private ExactSum() {}

    /** The sum that {@link #COLUMNS} give, which begin at that column. */
    static BigInteger read(ResultSet row, int column) throws SQLException {
        return BigInteger.valueOf(row.getLong(column))
                .multiply(HIGH)
                .add(BigInteger.valueOf(row.getLong(column + 1)).multiply(MIDDLE))
                .add(BigInteger.valueOf(row.getLong(column + 2)));
    }
}
