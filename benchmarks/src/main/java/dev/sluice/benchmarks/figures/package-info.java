/** What came of several runs, and where it is written. */
@NullMarked
package dev.sluice.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
