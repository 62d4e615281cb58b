package dev.sluice.cli.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class VersionProperties {

    @Property
    void whatIsWrittenIsRead(
            @ForAll @IntRange(max = 999_999) int major,
            @ForAll @IntRange(max = 999_999) int minor,
            @ForAll @IntRange(max = 999_999) int patch) {
        var version = new Version(major, minor, patch);

        assertThat(Version.of(version.toString())).contains(version);
        assertThat(Version.of("v" + version + "-rc.1")).contains(version);
    }

    @Property
    void oneIsAtLeastAnotherOrTheOtherIsNewer(
            @ForAll @IntRange(max = 3) int major,
            @ForAll @IntRange(max = 12) int minor,
            @ForAll @IntRange(max = 3) int wantedMajor,
            @ForAll @IntRange(max = 12) int wantedMinor) {
        var isAtLeast = new Version(major, minor, 9).isAtLeast(wantedMajor, wantedMinor);

        assertThat(isAtLeast).isEqualTo(major * 100 + minor >= wantedMajor * 100 + wantedMinor);
    }

    @Example
    void whatIsNoVersionIsNone() {
        assertThat(Version.of("")).isEmpty();
        assertThat(Version.of("1.10")).isEmpty();
        assertThat(Version.of("newest")).isEmpty();
        assertThat(Version.of("1.10.99999999999999999999")).isEmpty();
        assertThat(Version.of(" 1.11.4\n")).contains(new Version(1, 11, 4));
    }
}
