/**
 * The ports on AWS, and the composition root: the one place that knows handlers, adapters, environment and clock.
 *
 * <p>Nothing outside this package sees a type of the AWS SDK.
 */
@NullMarked
package dev.sluice.handlers.aws;

import org.jspecify.annotations.NullMarked;
