/** What one source is held to beyond the rules for all. */
@NullMarked
package dev.sluice.domain.policy;

import org.jspecify.annotations.NullMarked;
