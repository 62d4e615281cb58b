/** Who sent it, and is it a transaction? The validator function. */
@NullMarked
package dev.sluice.handlers.intake;

import org.jspecify.annotations.NullMarked;
