/** What every page of the console is made with. */
@NullMarked
package dev.sluice.console.page;

import org.jspecify.annotations.NullMarked;
