/** What a check found, and how it is told: to people, to programs, to code hosts and to build servers. */
@NullMarked
package dev.sluice.guard.report;

import org.jspecify.annotations.NullMarked;
