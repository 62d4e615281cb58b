/** Text as a terminal shows it: safe, and as wide as it may be. */
@NullMarked
package dev.sluice.cli.text;

import org.jspecify.annotations.NullMarked;
