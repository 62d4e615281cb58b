/** Rules about tables. */
@NullMarked
package dev.sluice.guard.rules.dynamodb;

import org.jspecify.annotations.NullMarked;
