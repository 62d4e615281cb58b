/** Rules about APIs. */
@NullMarked
package dev.sluice.guard.rules.apigateway;

import org.jspecify.annotations.NullMarked;
