/** Many runs, and the shortest history of one that fails. */
@NullMarked
package dev.sluice.simulation.campaign;

import org.jspecify.annotations.NullMarked;
