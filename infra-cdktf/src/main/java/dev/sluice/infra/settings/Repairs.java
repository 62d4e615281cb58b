package dev.sluice.infra.settings;

import java.util.Locale;

/** What becomes of what can be put right without harm. */
public enum Repairs {
    /** It is written down what would be done. */
    DRY_RUN,
    /** It is done, and written down. */
    APPLY;

    /** As it is written in the settings, and as the remediator is told. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
