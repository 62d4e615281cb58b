/** Tell somebody: the notifier function. */
@NullMarked
package dev.sluice.handlers.notifying;

import org.jspecify.annotations.NullMarked;
