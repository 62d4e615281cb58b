/** What a function takes to start and to be called, through the runtime that Lambda runs it in, beside what else could be written. */
@NullMarked
package dev.sluice.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
