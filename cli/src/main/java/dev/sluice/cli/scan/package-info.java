/** The compliance stack's scan, on this machine: of files, and of an account that is only read. */
@NullMarked
package dev.sluice.cli.scan;

import org.jspecify.annotations.NullMarked;
