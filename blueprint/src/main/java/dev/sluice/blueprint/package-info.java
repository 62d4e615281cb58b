/** What the pipeline is made of, as data: functions, what triggers them, what they use. */
@NullMarked
package dev.sluice.blueprint;

import org.jspecify.annotations.NullMarked;
