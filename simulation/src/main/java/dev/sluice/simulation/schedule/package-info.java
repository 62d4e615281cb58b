/** Whose turn it is, and what time: one thread at a time, in an order that a seed decides. */
@NullMarked
package dev.sluice.simulation.schedule;

import org.jspecify.annotations.NullMarked;
