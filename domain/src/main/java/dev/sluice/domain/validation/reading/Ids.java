package dev.sluice.domain.validation.reading;

import java.util.regex.Pattern;

/** How a sender's ids are written: 1–64 of {@code A-Z a-z 0-9 . _ : -}, which every later hop carries unescaped. */
public final class Ids {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private Ids() {}

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
