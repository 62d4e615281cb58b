/** Says how a published file becomes transactions. */
@NullMarked
package dev.sluice.cli.mapping;

import org.jspecify.annotations.NullMarked;
