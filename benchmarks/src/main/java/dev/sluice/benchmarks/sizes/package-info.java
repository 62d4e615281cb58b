/** How large what is deployed or started is, and how much memory it takes. */
@NullMarked
package dev.sluice.benchmarks.sizes;

import org.jspecify.annotations.NullMarked;
