/** Scans on one machine. */
@NullMarked
package dev.sluice.compliance.local;

import org.jspecify.annotations.NullMarked;
