/** Finding transactions by anything that a row of them tells. */
@NullMarked
package dev.sluice.console.find;

import org.jspecify.annotations.NullMarked;
