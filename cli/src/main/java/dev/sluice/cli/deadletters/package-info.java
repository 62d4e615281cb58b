/** Dead letters: shown, and handed once more to the functions that gave up on them. */
@NullMarked
package dev.sluice.cli.deadletters;

import org.jspecify.annotations.NullMarked;
