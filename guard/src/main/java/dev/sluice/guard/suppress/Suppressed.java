package dev.sluice.guard.suppress;

import dev.sluice.guard.rule.Finding;

/**
 * A finding that somebody decided to live with.
 *
 * @param finding the finding
 * @param suppression the decision
 */
public record Suppressed(Finding finding, Suppression suppression) {}
