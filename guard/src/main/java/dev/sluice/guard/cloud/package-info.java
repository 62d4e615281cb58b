/** What rules ask of infrastructure: who calls whom, what encrypts what, what fails into where, what watches what. */
@NullMarked
package dev.sluice.guard.cloud;

import org.jspecify.annotations.NullMarked;
