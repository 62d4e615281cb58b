/** How things are to be. */
@NullMarked
package dev.sluice.compliance.norm;

import org.jspecify.annotations.NullMarked;
