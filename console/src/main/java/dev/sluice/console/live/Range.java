package dev.sluice.console.live;

import java.util.Optional;
import java.util.stream.Stream;

/** How far back activity is told, and how finely. */
enum Range {
    FIVE_MINUTES("5m", 300, 1),
    HOUR("1h", 360, 10),
    DAY("24h", 288, 300),
    WEEK("7d", 168, 3_600);

    private final String code;
    private final int buckets;
    private final int seconds;

    Range(String code, int buckets, int seconds) {
        this.code = code;
        this.buckets = buckets;
        this.seconds = seconds;
    }

    static Optional<Range> of(String code) {
        return Stream.of(values()).filter(range -> range.code.equals(code)).findFirst();
    }

    String code() {
        return code;
    }

    int buckets() {
        return buckets;
    }

    /** How long a bucket is. */
    int seconds() {
        return seconds;
    }

    /** Where the first bucket begins, in seconds since 1970, when the last one is that of this second. */
    long start(long now) {
        return now - Math.floorMod(now, (long) seconds) - (buckets - 1L) * seconds;
    }
}
