package dev.sluice.cli.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class MaskedProperties {

    @Property
    void noWholeAccountNumberIsLeftWhateverStandsAroundIt(
            @ForAll @StringLength(max = 20) @Chars({'a', 'Z', ':', '/', '-', '_', ' ', '"'}) String before,
            @ForAll @StringLength(12) @CharRange(from = '0', to = '9') String number,
            @ForAll @StringLength(max = 20) @Chars({'a', 'Z', ':', '/', '-', '_', ' ', '"'}) String after) {
        var masked = Masked.of(before + number + after);

        assertThat(masked).isEqualTo(before + "…" + number.substring(8) + after);
    }

    @Property
    void whatHoldsNoDigitsIsLeftAsItIs(@ForAll @CharRange(from = 'a', to = 'z') String text) {
        assertThat(Masked.of(text)).isEqualTo(text);
    }

    @Example
    void accessKeysAreLeftOutAndOtherNumbersAreNot() {
        // Made up: no key has this shape and meaning.
        assertThat(Masked.of("key AKIA" + "EXAMPLEEXAMPLE00 of 1234567890123 at 20260101"))
                .isEqualTo("key … of 1234567890123 at 20260101");
    }
}
