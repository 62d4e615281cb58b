/** Add what the tables know, keep it once: the processor function. */
@NullMarked
package dev.sluice.handlers.processing;

import org.jspecify.annotations.NullMarked;
