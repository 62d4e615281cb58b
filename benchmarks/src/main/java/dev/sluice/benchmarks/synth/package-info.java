/** How long the synthesis takes, beside loading what it is written with. */
@NullMarked
package dev.sluice.benchmarks.synth;

import org.jspecify.annotations.NullMarked;
