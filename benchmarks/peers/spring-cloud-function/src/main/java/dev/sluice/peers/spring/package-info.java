/** The validator's function on Spring Cloud Function. */
@NullMarked
package dev.sluice.peers.spring;

import org.jspecify.annotations.NullMarked;
