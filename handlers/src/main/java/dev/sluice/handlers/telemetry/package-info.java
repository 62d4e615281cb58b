/** One line of JSON an invocation: what happened, and its metrics. */
@NullMarked
package dev.sluice.handlers.telemetry;

import org.jspecify.annotations.NullMarked;
