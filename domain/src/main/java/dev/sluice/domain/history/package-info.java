/** What an account's history keeps of each transaction, and the aggregates kept beside it. */
@NullMarked
package dev.sluice.domain.history;

import org.jspecify.annotations.NullMarked;
