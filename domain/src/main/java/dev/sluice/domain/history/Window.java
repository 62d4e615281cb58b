package dev.sluice.domain.history;

import java.time.Duration;

/** A trailing window: it ends with a transaction, which it holds, and reaches that far back. */
public enum Window {
    HOUR("1h", Duration.ofHours(1)),
    DAY("24h", Duration.ofHours(24)),
    MONTH("30d", Duration.ofDays(30));

    private final String code;
    private final Duration length;

    Window(String code, Duration length) {
        this.code = code;
        this.length = length;
    }

    /** As written in documents. */
    public String code() {
        return code;
    }

    /** The window of a transaction at {@code t} is (t − length, t]. */
    public Duration length() {
        return length;
    }
}
