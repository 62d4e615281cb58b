/** What holds of a pipeline on one machine. */
@NullMarked
package dev.sluice.local;

import org.jspecify.annotations.NullMarked;
