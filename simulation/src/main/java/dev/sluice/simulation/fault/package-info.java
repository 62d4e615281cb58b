/** What goes wrong at a call, and the calls it goes wrong at. */
@NullMarked
package dev.sluice.simulation.fault;

import org.jspecify.annotations.NullMarked;
