/** What could be done about a finding by itself. */
@NullMarked
package dev.sluice.compliance.proposal;

import org.jspecify.annotations.NullMarked;
