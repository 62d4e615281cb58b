/** Rules about buckets. */
@NullMarked
package dev.sluice.guard.rules.s3;

import org.jspecify.annotations.NullMarked;
