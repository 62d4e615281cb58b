/** The validator's function on AWS's own classes alone. */
@NullMarked
package dev.sluice.peers.plain;

import org.jspecify.annotations.NullMarked;
