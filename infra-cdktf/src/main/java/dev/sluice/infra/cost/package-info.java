/** What an environment costs: AWS's list prices, what is assumed of the traffic, and the lines that follow from both. */
@NullMarked
package dev.sluice.infra.cost;

import org.jspecify.annotations.NullMarked;
