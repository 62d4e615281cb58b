/** What a scan reads an account with. */
@NullMarked
package dev.sluice.cli.scan.aws;

import org.jspecify.annotations.NullMarked;
