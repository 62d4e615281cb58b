/** What AWS's policies allow: an evaluator that answers yes, no or cannot tell, and by which statement. */
@NullMarked
package dev.sluice.guard.iam;

import org.jspecify.annotations.NullMarked;
