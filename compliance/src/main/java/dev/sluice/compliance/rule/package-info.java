/** The rules that are held against a live account: the guard's, and those that only an account can answer. */
@NullMarked
package dev.sluice.compliance.rule;

import org.jspecify.annotations.NullMarked;
