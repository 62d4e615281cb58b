/** The rules every transaction is held to: one file each, listed once in {@link dev.sluice.domain.validation.rule.Rules}. */
@NullMarked
package dev.sluice.domain.validation.rule;

import org.jspecify.annotations.NullMarked;
