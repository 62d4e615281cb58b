/** Rules about who may do what. */
@NullMarked
package dev.sluice.guard.rules.iam;

import org.jspecify.annotations.NullMarked;
