/** The catalogue of rules; each is a class in the package of the service it speaks about. */
@NullMarked
package dev.sluice.guard.rules;

import org.jspecify.annotations.NullMarked;
