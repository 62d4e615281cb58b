/** Programs of this machine that commands run, and where they find them. */
@NullMarked
package dev.sluice.cli.tools;

import org.jspecify.annotations.NullMarked;
