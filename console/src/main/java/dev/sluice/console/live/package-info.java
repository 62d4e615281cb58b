/** The pipeline as it runs: looked at each second while somebody watches, and a week of what came. */
@NullMarked
package dev.sluice.console.live;

import org.jspecify.annotations.NullMarked;
