/**
 * What the world outside publishes and transactions refer to: countries and merchant categories, kept as text files with
 * their source and edition in the first line.
 */
@NullMarked
package dev.sluice.domain.reference;

import org.jspecify.annotations.NullMarked;
