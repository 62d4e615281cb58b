/** The API as API Gateway imports it: the contract of the blueprint, with what the gateway needs to know besides. */
@NullMarked
package dev.sluice.infra.api;

import org.jspecify.annotations.NullMarked;
