/** A checker that knows what a configuration needs in order to work. */
@NullMarked
package dev.sluice.guard;

import org.jspecify.annotations.NullMarked;
