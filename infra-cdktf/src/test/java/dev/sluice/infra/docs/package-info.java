/** The pages that are made from this module's code, and that they are not stale. */
@NullMarked
package dev.sluice.infra.docs;

import org.jspecify.annotations.NullMarked;
