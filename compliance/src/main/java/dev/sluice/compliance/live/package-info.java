/** Reads what is deployed into the guard's graph. */
@NullMarked
package dev.sluice.compliance.live;

import org.jspecify.annotations.NullMarked;
