/** Dead letters as a browser sees them, and redriving them from there. */
@NullMarked
package dev.sluice.console.letters;

import org.jspecify.annotations.NullMarked;
