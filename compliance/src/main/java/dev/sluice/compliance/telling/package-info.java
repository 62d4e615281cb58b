/** Tells people of what is new and of what came back. */
@NullMarked
package dev.sluice.compliance.telling;

import org.jspecify.annotations.NullMarked;
