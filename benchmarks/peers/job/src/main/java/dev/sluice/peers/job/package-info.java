/** What a validator does with a webhook whatever it is built on: is it authentic, and is it a transaction. */
@NullMarked
package dev.sluice.peers.job;

import org.jspecify.annotations.NullMarked;
