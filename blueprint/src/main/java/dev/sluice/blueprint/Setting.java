package dev.sluice.blueprint;

import java.util.regex.Pattern;

/**
 * Something a function is told by whoever deploys it, and that is no resource.
 *
 * @param environmentVariable where the deployed function reads it
 * @param meaning one sentence for the docs: what is written there, and in which form
 */
public record Setting(String environmentVariable, String meaning) {

    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    public Setting {
        if (!VARIABLE.matcher(environmentVariable).matches()) {
            throw new IllegalArgumentException("an environment variable is capital letters, digits and underscores: '"
                    + environmentVariable + "'");
        }
    }
}
