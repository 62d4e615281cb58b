package dev.sluice.console.browser;

import java.util.Locale;

/** Which colours somebody's system asks for. */
enum Theme {
    LIGHT,
    DARK;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
