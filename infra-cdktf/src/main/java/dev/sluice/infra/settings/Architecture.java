package dev.sluice.infra.settings;

import java.util.Locale;

/** The processor that functions run on. */
public enum Architecture {
    /** AWS Graviton: a fifth cheaper a second than x86_64. */
    ARM64,
    X86_64;

    /** As Lambda names it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
