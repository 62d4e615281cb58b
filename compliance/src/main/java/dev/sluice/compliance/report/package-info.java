/** What a scan found, for people and for programs. */
@NullMarked
package dev.sluice.compliance.report;

import org.jspecify.annotations.NullMarked;
