/** Terraform's expressions, as they stand inside <code>${…}</code>: read into a tree, nothing evaluated. */
@NullMarked
package dev.sluice.guard.hcl;

import org.jspecify.annotations.NullMarked;
