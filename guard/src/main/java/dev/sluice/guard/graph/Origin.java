package dev.sluice.guard.graph;

/** Where a graph was read from, which decides what its silence means. */
public enum Origin {
    /** Terraform's files: what is not written is the provider's default. */
    CONFIGURATION,
    /** A plan: defaults are filled in, and what changes is told. */
    PLAN,
    /** Terraform's state: what was deployed, as Terraform remembers it. */
    STATE,
    /** A live account: what is not there does not exist. */
    LIVE
}
