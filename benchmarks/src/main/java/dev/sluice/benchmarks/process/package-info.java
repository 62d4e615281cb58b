/** Programs that are run for the clock, each in a process of its own. */
@NullMarked
package dev.sluice.benchmarks.process;

import org.jspecify.annotations.NullMarked;
