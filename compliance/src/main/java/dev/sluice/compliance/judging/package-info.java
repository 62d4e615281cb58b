/** What a scan comes to: what is broken now, and what became of what was known. */
@NullMarked
package dev.sluice.compliance.judging;

import org.jspecify.annotations.NullMarked;
