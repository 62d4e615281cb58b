/** What scans found, over time. */
@NullMarked
package dev.sluice.compliance.finding;

import org.jspecify.annotations.NullMarked;
