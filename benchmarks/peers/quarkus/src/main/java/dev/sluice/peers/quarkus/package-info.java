/** The validator's function on Quarkus. */
@NullMarked
package dev.sluice.peers.quarkus;

import org.jspecify.annotations.NullMarked;
