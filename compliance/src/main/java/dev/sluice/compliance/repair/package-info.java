/** What can be put right, what is not put right and why. */
@NullMarked
package dev.sluice.compliance.repair;

import org.jspecify.annotations.NullMarked;
