/** What scanner and remediator say to the world around them. */
@NullMarked
package dev.sluice.compliance.port;

import org.jspecify.annotations.NullMarked;
