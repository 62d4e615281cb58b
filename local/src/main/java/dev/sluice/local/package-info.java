/** The same handlers on one machine. */
@NullMarked
package dev.sluice.local;

import org.jspecify.annotations.NullMarked;
