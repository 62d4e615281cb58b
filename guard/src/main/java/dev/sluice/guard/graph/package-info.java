/** Infrastructure as a graph: resources, what they say, what they refer to, and what cannot be known of them. */
@NullMarked
package dev.sluice.guard.graph;

import org.jspecify.annotations.NullMarked;
