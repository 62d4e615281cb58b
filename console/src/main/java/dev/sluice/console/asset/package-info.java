/** The files that a browser is sent: the pages' shell, and what it loads. */
@NullMarked
package dev.sluice.console.asset;

import org.jspecify.annotations.NullMarked;
