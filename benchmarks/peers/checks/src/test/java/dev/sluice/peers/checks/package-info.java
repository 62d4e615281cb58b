/** Runs each peer through AWS's runtime interface client, as Lambda does. */
@NullMarked
package dev.sluice.peers.checks;

import org.jspecify.annotations.NullMarked;
