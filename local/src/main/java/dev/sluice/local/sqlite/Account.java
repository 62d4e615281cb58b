package dev.sluice.local.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * An account as the file has it.
 *
 * @param transactions how many it has
 * @param aggregated whether aggregates of it are kept, and its entries are indexed by what looks alike
 */
record Account(long transactions, boolean aggregated) {

    /** Of which nothing is stored. */
    static final Account NEW = new Account(0, false);

    /** What {@link #read} reads. */
    static final String COLUMNS = "transactions, aggregated";

    static Account read(ResultSet row) throws SQLException {
        return new Account(row.getLong(1), row.getInt(2) == 1);
    }
}
