/** What the reference tables know about a transaction. */
@NullMarked
package dev.sluice.domain.enrichment;

import org.jspecify.annotations.NullMarked;
