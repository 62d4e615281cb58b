/** Terraform for all of it, from the blueprint. */
@NullMarked
package dev.sluice.infra;

import org.jspecify.annotations.NullMarked;
