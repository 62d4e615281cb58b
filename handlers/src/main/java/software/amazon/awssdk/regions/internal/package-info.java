/** In the place of one class of the SDK: see {@code docs/decisions/0011-cold-start.md}. */
@NullMarked
package software.amazon.awssdk.regions.internal;

import org.jspecify.annotations.NullMarked;
