/** Functions around the domain, and the ports they speak through. */
@NullMarked
package dev.sluice.handlers;

import org.jspecify.annotations.NullMarked;
