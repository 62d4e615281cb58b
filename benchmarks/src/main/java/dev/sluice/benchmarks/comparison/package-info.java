/** What moved since the ratios were stored: a regression is told from numbers, never by a test with a clock. */
@NullMarked
package dev.sluice.benchmarks.comparison;

import org.jspecify.annotations.NullMarked;
