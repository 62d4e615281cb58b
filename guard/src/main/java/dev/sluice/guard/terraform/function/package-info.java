/** Terraform's functions, as far as infrastructure is decided by them. */
@NullMarked
package dev.sluice.guard.terraform.function;

import org.jspecify.annotations.NullMarked;
