/** What the stacks are made of: each construct a file, each resource under an address that it keeps. */
@NullMarked
package dev.sluice.infra.construct;

import org.jspecify.annotations.NullMarked;
