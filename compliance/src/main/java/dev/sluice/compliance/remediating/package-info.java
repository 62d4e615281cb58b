/** Puts right what a scan planned: the remediator function. */
@NullMarked
package dev.sluice.compliance.remediating;

import org.jspecify.annotations.NullMarked;
