package dev.sluice.handlers.intake;

import dev.sluice.domain.policy.Policy;

/** A sender: its name, and what its transactions are held to. The seam for senders that speak another way is here. */
public record Source(String name, Policy policy) {}
