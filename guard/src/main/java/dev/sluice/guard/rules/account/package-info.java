/** Rules about what an account has once, and about what holds wherever it is deployed. */
@NullMarked
package dev.sluice.guard.rules.account;

import org.jspecify.annotations.NullMarked;
