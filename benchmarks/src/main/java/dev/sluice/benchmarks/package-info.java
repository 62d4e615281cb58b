/** What is measured: one program, a command each. */
@NullMarked
package dev.sluice.benchmarks;

import org.jspecify.annotations.NullMarked;
