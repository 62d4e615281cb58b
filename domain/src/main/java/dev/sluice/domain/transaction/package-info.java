/** A transaction and its parts, as they are once accepted. */
@NullMarked
package dev.sluice.domain.transaction;

import org.jspecify.annotations.NullMarked;
