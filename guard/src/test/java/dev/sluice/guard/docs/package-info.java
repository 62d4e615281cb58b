/** The page of docs that is made from the catalogue. */
@NullMarked
package dev.sluice.guard.docs;

import org.jspecify.annotations.NullMarked;
