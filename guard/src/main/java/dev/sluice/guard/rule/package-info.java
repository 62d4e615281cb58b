/** What a rule is, what it is given and what it answers. */
@NullMarked
package dev.sluice.guard.rule;

import org.jspecify.annotations.NullMarked;
