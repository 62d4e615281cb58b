/** The guard's rules on a live account. */
@NullMarked
package dev.sluice.compliance;

import org.jspecify.annotations.NullMarked;
