/** What would stop or hurt a deploy: a file for each thing that is looked at. */
@NullMarked
package dev.sluice.cli.preflight.check;

import org.jspecify.annotations.NullMarked;
