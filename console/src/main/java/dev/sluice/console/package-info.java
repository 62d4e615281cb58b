/** The pipeline on one machine, seen and mended in a browser: what is composed of the packages below. */
@NullMarked
package dev.sluice.console;

import org.jspecify.annotations.NullMarked;
