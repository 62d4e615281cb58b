package dev.sluice.compliance.aws;

import dev.sluice.blueprint.Setting;
import dev.sluice.handlers.aws.Environment;
import java.util.function.Function;

/** Reads what a function is told by whoever deployed it, where that is more than a text. */
final class Settings {

    private Settings() {}

    /**
     * What a setting says.
     *
     * @param reader reads the setting's text, or throws an {@link IllegalArgumentException} that says what is wrong with it
     * @throws IllegalStateException where the setting is missing or does not read, by its variable's name
     */
    static <T> T read(Environment environment, Setting setting, Function<String, T> reader) {
        try {
            return reader.apply(environment.of(setting));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the environment variable " + setting.environmentVariable() + ": " + e.getMessage(), e);
        }
    }
}
