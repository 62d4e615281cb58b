/** Add what its account's history knows, score the risk, pass on what is flagged: the enricher function. */
@NullMarked
package dev.sluice.handlers.enriching;

import org.jspecify.annotations.NullMarked;
