/** The pipeline of one machine under a virtual clock, where any call may fail and the process may die between any two. */
@NullMarked
package dev.sluice.simulation;

import org.jspecify.annotations.NullMarked;
