/** Is it a transaction? From what was written to accepted or refused, every violation at once. */
@NullMarked
package dev.sluice.domain.validation;

import org.jspecify.annotations.NullMarked;
