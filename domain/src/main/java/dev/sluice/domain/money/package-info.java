/** Amounts in the currencies of ISO 4217, counted exactly in minor units. */
@NullMarked
package dev.sluice.domain.money;

import org.jspecify.annotations.NullMarked;
