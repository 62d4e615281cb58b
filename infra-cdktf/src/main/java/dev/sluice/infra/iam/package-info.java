/** What IAM is told: statements, and the documents they make. */
@NullMarked
package dev.sluice.infra.iam;

import org.jspecify.annotations.NullMarked;
