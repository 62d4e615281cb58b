package dev.sluice.cli.preflight;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** A version, by its first three numbers. */
public record Version(int major, int minor, int patch) implements Comparable<Version> {

    private static final Pattern NUMBERS = Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:[-+].*)?");

    private static final Comparator<Version> ORDER = Comparator.comparingInt(Version::major)
            .thenComparingInt(Version::minor)
            .thenComparingInt(Version::patch);

    /** Reads {@code 1.11.4} or {@code v20.20.2}; empty where a text is no version. */
    public static Optional<Version> of(String text) {
        var matcher = NUMBERS.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Version(
                        Integer.parseInt(matcher.group(1)),
                        Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    @Override
    public int compareTo(Version other) {
        return ORDER.compare(this, other);
    }

    /** Whether it is that one or newer. */
    public boolean isAtLeast(int wantedMajor, int wantedMinor) {
        return compareTo(new Version(wantedMajor, wantedMinor, 0)) >= 0;
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
