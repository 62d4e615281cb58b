/** Look at an environment and tell what is new: the scanner function. */
@NullMarked
package dev.sluice.compliance.scanning;

import org.jspecify.annotations.NullMarked;
