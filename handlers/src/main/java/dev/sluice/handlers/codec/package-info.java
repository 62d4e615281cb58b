/** Between JSON and our types, exactly and within limits. */
@NullMarked
package dev.sluice.handlers.codec;

import org.jspecify.annotations.NullMarked;
