package dev.sluice.blueprint;

import java.util.regex.Pattern;

/** The form every name in a blueprint has, so that it fits each place it is deployed to. */
final class Names {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 40;

    private Names() {}

    static void check(String what, String name) {
        if (name.length() > LONGEST || !FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what + " name is lower-case words joined by dashes, at most 40 characters: '" + name + "'");
        }
    }
}
