package dev.sluice.infra.settings;

import java.util.Map;

/**
 * One thing that whoever deploys can choose.
 *
 * @param name how it is called in the settings
 * @param meaning one or two sentences for the docs
 * @param form how its values are written
 * @param defaults what it is in each preset where nobody says otherwise
 */
public record Option<T>(String name, String meaning, Form<T> form, Map<Preset, T> defaults) {

    public Option {
        defaults = Map.copyOf(defaults);
    }

    static <T> Option<T> of(String name, Form<T> form, T dev, T staging, T prod, String meaning) {
        return new Option<>(name, meaning, form, Map.of(Preset.DEV, dev, Preset.STAGING, staging, Preset.PROD, prod));
    }

    static <T> Option<T> of(String name, Form<T> form, T everywhere, String meaning) {
        return of(name, form, everywhere, everywhere, everywhere, meaning);
    }

    /** What it is in a preset where nobody says otherwise. */
    T defaultIn(Preset preset) {
        var value = defaults.get(preset);
        if (value == null) {
            throw new IllegalStateException(name + " has no default for " + preset.word());
        }
        return value;
    }
}
