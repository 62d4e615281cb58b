/** Rules about topics. */
@NullMarked
package dev.sluice.guard.rules.sns;

import org.jspecify.annotations.NullMarked;
