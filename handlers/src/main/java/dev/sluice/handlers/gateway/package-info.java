/** The border to API Gateway: its proxy events in, its answers out. */
@NullMarked
package dev.sluice.handlers.gateway;

import org.jspecify.annotations.NullMarked;
