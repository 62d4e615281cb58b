/** What a sender wrote, field by field, still text. */
@NullMarked
package dev.sluice.domain.submission;

import org.jspecify.annotations.NullMarked;
