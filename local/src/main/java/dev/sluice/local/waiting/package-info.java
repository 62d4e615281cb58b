/** Waiting that ends in time, and costs next to nothing where what is waited for comes first. */
@NullMarked
package dev.sluice.local.waiting;

import org.jspecify.annotations.NullMarked;
