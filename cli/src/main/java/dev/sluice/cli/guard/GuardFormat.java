package dev.sluice.cli.guard;

import java.util.Locale;

/** How a report is written. */
public enum GuardFormat {
    TEXT,
    JSON,
    SARIF,
    JUNIT;

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
