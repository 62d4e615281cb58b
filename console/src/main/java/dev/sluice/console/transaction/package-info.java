/** One transaction with its way through the pipeline, and the account it belongs to. */
@NullMarked
package dev.sluice.console.transaction;

import org.jspecify.annotations.NullMarked;
