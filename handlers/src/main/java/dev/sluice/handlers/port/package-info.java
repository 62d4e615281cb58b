/** What the flow needs from the outside, in its own words; each port has one adapter a place. */
@NullMarked
package dev.sluice.handlers.port;

import org.jspecify.annotations.NullMarked;
