/** How risky a transaction is, and why: named rules with points, summed up to a score. */
@NullMarked
package dev.sluice.domain.risk;

import org.jspecify.annotations.NullMarked;
