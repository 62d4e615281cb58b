/** The console as somebody sees it: a real pipeline with pages in a real browser. */
@NullMarked
package dev.sluice.console.browser;

import org.jspecify.annotations.NullMarked;
