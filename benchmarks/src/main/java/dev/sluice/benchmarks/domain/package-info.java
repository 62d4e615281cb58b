/** Reading and validating one transaction, beside reading alone. */
@NullMarked
package dev.sluice.benchmarks.domain;

import org.jspecify.annotations.NullMarked;
