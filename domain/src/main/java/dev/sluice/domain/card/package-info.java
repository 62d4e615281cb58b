/** Card numbers: how they are built, which scheme issued them, where they hide in text, how they are masked. */
@NullMarked
package dev.sluice.domain.card;

import org.jspecify.annotations.NullMarked;
