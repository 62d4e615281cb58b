/** What must hold whatever went wrong. */
@NullMarked
package dev.sluice.simulation.law;

import org.jspecify.annotations.NullMarked;
