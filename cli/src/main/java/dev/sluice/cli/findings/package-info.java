/** What enrichment found, as people and programs read it. */
@NullMarked
package dev.sluice.cli.findings;

import org.jspecify.annotations.NullMarked;
