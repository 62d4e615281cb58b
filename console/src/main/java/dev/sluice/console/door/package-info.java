/** Who may read what the console shows, and who may act: one-time links, sessions, and what each request must show. */
@NullMarked
package dev.sluice.console.door;

import org.jspecify.annotations.NullMarked;
