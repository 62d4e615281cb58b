/** JSON (RFC 8259), read into what the graph knows, within limits. */
@NullMarked
package dev.sluice.guard.json;

import org.jspecify.annotations.NullMarked;
