/** Senders, an operator, a machine that dies and starts again: what happens in one run. */
@NullMarked
package dev.sluice.simulation.world;

import org.jspecify.annotations.NullMarked;
