package dev.sluice.infra.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A set of defaults for one kind of environment. */
public enum Preset {
    /** Cheap, quick to remove, nobody is woken. */
    DEV,
    /** As production, smaller. */
    STAGING,
    /** Kept from deletion, warm, watched. */
    PROD;

    /** As it is written in the settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The preset of that word. */
    public static Optional<Preset> of(String word) {
        return Arrays.stream(values()).filter(p -> p.word().equals(word)).findFirst();
    }
}
