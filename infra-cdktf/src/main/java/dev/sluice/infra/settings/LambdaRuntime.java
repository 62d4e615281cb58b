package dev.sluice.infra.settings;

import java.util.Locale;

/** What the pipeline's functions run on. */
public enum LambdaRuntime {
    /** Lambda's Java: Amazon Corretto 21 on Amazon Linux 2023, which AWS keeps patched. */
    MANAGED("java21"),
    /** A Java that each function brings, trimmed and with a cache of its classes, on Amazon Linux 2023 alone. */
    OWN("provided.al2023");

    private final String identifier;

    LambdaRuntime(String identifier) {
        this.identifier = identifier;
    }

    /** As it is written in the settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Lambda names it. */
    public String identifier() {
        return identifier;
    }

    /**
     * What stands in for a default that it cannot have: a cache belongs to the processor it was made on, and only Lambda's own
     * runtimes have snapshots.
     */
    Object insteadOf(Object usual) {
        if (this == MANAGED) {
            return usual;
        }
        if (usual == Architecture.ARM64) {
            return Architecture.X86_64;
        }
        return usual instanceof Start.SnapStart ? new Start.Cold() : usual;
    }
}
