/** Terraform, read into a graph: its files with their expressions worked out as far as they can be, and its plans. */
@NullMarked
package dev.sluice.guard.terraform;

import org.jspecify.annotations.NullMarked;
