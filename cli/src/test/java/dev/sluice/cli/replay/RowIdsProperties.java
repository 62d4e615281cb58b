package dev.sluice.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class RowIdsProperties {

    private static final long LAST = 999_999_999_999L;

    @Provide
    Arbitrary<String> hashes() {
        return Arbitraries.strings().withChars("0123456789abcdef").ofLength(64);
    }

    @Property
    void theSameRowOfTheSameFileAlwaysHasTheSameId(
            @ForAll("hashes") String hash, @ForAll @LongRange(min = 1, max = LAST) long row) {
        assertThat(new RowIds(hash).of(row)).isEqualTo(new RowIds(hash).of(row));
    }

    @Property
    void differentRowsHaveDifferentIds(
            @ForAll("hashes") String hash,
            @ForAll @LongRange(min = 1, max = LAST) long one,
            @ForAll @LongRange(min = 1, max = LAST) long other) {
        Assume.that(one != other);
        assertThat(new RowIds(hash).of(one)).isNotEqualTo(new RowIds(hash).of(other));
    }

    @Property
    void differentFilesHaveDifferentIds(
            @ForAll("hashes") String one,
            @ForAll("hashes") String other,
            @ForAll @LongRange(min = 1, max = LAST) long row) {
        Assume.that(!one.substring(0, 20).equals(other.substring(0, 20)));
        assertThat(new RowIds(one).of(row)).isNotEqualTo(new RowIds(other).of(row));
    }

    @Property
    void anIdIsOneAndNeverLooksLikeACardNumber(
            @ForAll("hashes") String hash, @ForAll @LongRange(min = 1, max = LAST) long row) {
        var id = new RowIds(hash).of(row);

        assertThat(id).matches("[A-Za-z0-9._:-]{1,64}");
        assertThat(id.replace("-", "")).doesNotContainPattern("[0-9]{13}");
    }

    @Example
    void aRowNumberThatLooksLikeACardNumberIsRefused() {
        var ids = new RowIds("0".repeat(64));

        assertThatThrownBy(() -> ids.of(LAST + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ids.of(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
