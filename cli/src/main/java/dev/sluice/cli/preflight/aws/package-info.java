/** The account, asked through the AWS SDK; loaded by nothing but a preflight. */
@NullMarked
package dev.sluice.cli.preflight.aws;

import org.jspecify.annotations.NullMarked;
