/** What the pipeline is made of, as data. */
@NullMarked
package dev.sluice.blueprint;

import org.jspecify.annotations.NullMarked;
