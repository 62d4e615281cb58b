/** The pipeline as a drawing, and the words its transactions are told in. */
@NullMarked
package dev.sluice.console.overview;

import org.jspecify.annotations.NullMarked;
