/** Rules about logs and alarms. */
@NullMarked
package dev.sluice.guard.rules.cloudwatch;

import org.jspecify.annotations.NullMarked;
