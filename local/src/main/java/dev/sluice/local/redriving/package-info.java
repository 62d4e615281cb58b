/** Dead letters redriven one after the other, and what came of each. */
@NullMarked
package dev.sluice.local.redriving;

import org.jspecify.annotations.NullMarked;
