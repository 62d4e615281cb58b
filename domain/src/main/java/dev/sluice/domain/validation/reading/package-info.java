/** What a submission says, as far as it can be read: lenient, so that every rule finds what it can decide on. */
@NullMarked
package dev.sluice.domain.validation.reading;

import org.jspecify.annotations.NullMarked;
