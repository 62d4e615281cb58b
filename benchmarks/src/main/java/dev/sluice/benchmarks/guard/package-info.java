/** How long the guard takes over plans of many resources. */
@NullMarked
package dev.sluice.benchmarks.guard;

import org.jspecify.annotations.NullMarked;
