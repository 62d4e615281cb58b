/** Talks to a pipeline over HTTP, as senders and operators do. */
@NullMarked
package dev.sluice.cli.client;

import org.jspecify.annotations.NullMarked;
