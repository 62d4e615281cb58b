/** What is compared before a deploy: a stack with the machine it is deployed from and the account it is deployed to. */
@NullMarked
package dev.sluice.cli.preflight;

import org.jspecify.annotations.NullMarked;
