/** JSON documents as values, read exactly. */
@NullMarked
package dev.sluice.cli.json;

import org.jspecify.annotations.NullMarked;
