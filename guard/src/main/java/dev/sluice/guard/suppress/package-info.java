/** Findings that somebody has decided to live with: until when, and why. */
@NullMarked
package dev.sluice.guard.suppress;

import org.jspecify.annotations.NullMarked;
