package dev.sluice.guard.iam;

/** What a statement does with the requests it is about. */
public enum Effect {
    ALLOW,
    DENY
}
