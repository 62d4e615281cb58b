/** Sends a file of transactions through a pipeline and accounts for every row. */
@NullMarked
package dev.sluice.cli.replay;

import org.jspecify.annotations.NullMarked;
