/** International bank account numbers as ISO 13616-1:2020 writes them. */
@NullMarked
package dev.sluice.domain.iban;

import org.jspecify.annotations.NullMarked;
