/** What to do about what a scan finds. */
@NullMarked
package dev.sluice.compliance.runbook;

import org.jspecify.annotations.NullMarked;
