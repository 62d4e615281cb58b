/** Rules about what is encrypted, and who may use the keys. */
@NullMarked
package dev.sluice.guard.rules.kms;

import org.jspecify.annotations.NullMarked;
