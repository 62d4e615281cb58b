/** The HTTP front: what API Gateway does in the cloud, for one machine. */
@NullMarked
package dev.sluice.local.http;

import org.jspecify.annotations.NullMarked;
