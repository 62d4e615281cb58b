/** Answer operators' questions: the query function. */
@NullMarked
package dev.sluice.handlers.query;

import org.jspecify.annotations.NullMarked;
