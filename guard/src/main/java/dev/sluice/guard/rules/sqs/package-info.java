/** Rules about queues. */
@NullMarked
package dev.sluice.guard.rules.sqs;

import org.jspecify.annotations.NullMarked;
