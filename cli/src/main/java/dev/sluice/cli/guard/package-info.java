/** What the guard is asked, and how it is asked on this machine. */
@NullMarked
package dev.sluice.cli.guard;

import org.jspecify.annotations.NullMarked;
