/** Transactions: validate, enrich, score. Pure Java, nothing else. */
@NullMarked
package dev.sluice.domain;

import org.jspecify.annotations.NullMarked;
