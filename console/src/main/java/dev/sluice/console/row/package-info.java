/** Transactions as lists show them: one row each, read from the file and written as JSON. */
@NullMarked
package dev.sluice.console.row;

import org.jspecify.annotations.NullMarked;
