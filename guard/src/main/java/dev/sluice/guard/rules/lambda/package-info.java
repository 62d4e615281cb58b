/** Rules about functions. */
@NullMarked
package dev.sluice.guard.rules.lambda;

import org.jspecify.annotations.NullMarked;
