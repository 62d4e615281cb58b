/** How a message reaches its functions: leased, tried, retried, and at last kept as a dead letter. */
@NullMarked
package dev.sluice.local.delivery;

import org.jspecify.annotations.NullMarked;
