/** Scanner and remediator on AWS: ports meet their adapters, and time and chance come in. */
@NullMarked
package dev.sluice.compliance.aws;

import org.jspecify.annotations.NullMarked;
