/** A real pipeline with the console's pages beside it, and who sends to it: for the tests of what watches. */
package dev.sluice.console.running;
