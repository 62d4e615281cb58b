/** What senders were refused for, counted by rule and place, without a value. */
@NullMarked
package dev.sluice.console.refused;

import org.jspecify.annotations.NullMarked;
