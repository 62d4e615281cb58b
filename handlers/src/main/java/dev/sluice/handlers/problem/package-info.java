/** How every refusal looks: RFC 9457. */
@NullMarked
package dev.sluice.handlers.problem;

import org.jspecify.annotations.NullMarked;
