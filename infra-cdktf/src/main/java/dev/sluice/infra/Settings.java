package dev.sluice.infra;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tells one environment from another.
 *
 * @param environmentSuffix ends every deployed name; lower-case letters and digits in words joined by dashes, at
 *     most 20 characters
 * @param region where it is deployed to; where it is absent, Terraform's provider finds it as it always does
 * @param costCenter whom it is charged to; the value of a tag
 */
public record Settings(String environmentSuffix, Optional<String> region, String costCenter) {

    private static final Pattern SUFFIX = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SUFFIX = 20;
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");
    private static final Pattern TAG_VALUE = Pattern.compile("[A-Za-z0-9 _.:/=+@-]{1,256}");

    /** A setting that cannot be used; the message names it, its rule, and what was found. */
    public static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unusable(String setting, String rule, String found) {
            super(setting + " is " + rule + ", not '" + found + "'");
        }
    }

    public Settings {
        if (environmentSuffix.length() > LONGEST_SUFFIX
                || !SUFFIX.matcher(environmentSuffix).matches()) {
            throw new Unusable(
                    "ENVIRONMENT_SUFFIX",
                    "lower-case letters and digits in words joined by dashes, at most 20 characters",
                    environmentSuffix);
        }
        region.ifPresent(r -> {
            if (!REGION.matcher(r).matches()) {
                throw new Unusable("AWS_REGION", "the name of a region, such as eu-west-2", r);
            }
        });
        if (!TAG_VALUE.matcher(costCenter).matches()) {
            throw new Unusable("COST_CENTER", "1 to 256 letters, digits, spaces and _.:/=+@-", costCenter);
        }
    }

    /** From environment variables; what is not set has its default ({@code dev}, no region, {@code sluice}). */
    public static Settings of(Map<String, String> variables) {
        return new Settings(
                variables.getOrDefault("ENVIRONMENT_SUFFIX", "dev"),
                Optional.ofNullable(variables.get("AWS_REGION")),
                variables.getOrDefault("COST_CENTER", "sluice"));
    }

    /** The deployed name of what the blueprint calls {@code name}. */
    String nameOf(String name) {
        return "sluice-" + name + "-" + environmentSuffix;
    }
}
