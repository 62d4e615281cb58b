/** The packaged command under load, beside what SQLite alone does with the same rows. */
@NullMarked
package dev.sluice.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
