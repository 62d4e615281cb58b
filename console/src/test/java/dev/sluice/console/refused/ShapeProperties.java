package dev.sluice.console.refused;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.submission.Written;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** What a shape may tell, whatever the value. */
class ShapeProperties {

    @Property
    void noLetterOrDigitSurvivesButTheOnesThatStandForAll(@ForAll @StringLength(max = 100) String text) {
        assertThat(Shape.of(text).chars())
                .allMatch(c -> !Character.isLetterOrDigit(c) || c == 'A' || c == 'a' || c == '9');
    }

    @Property
    void twoTextsThatDifferInDigitsOnlyHaveOneShape(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(max = 60) String digits) {
        assertThat(Shape.of(digits)).isEqualTo(Shape.of("0".repeat(digits.length())));
    }

    @Property
    void theShapeOfAShapeIsThatShape(@ForAll @StringLength(max = 100) String text) {
        assertThat(Shape.of(Shape.of(text))).isEqualTo(Shape.of(text));
    }

    @Property
    void aShapeIsBounded(@ForAll @StringLength(max = 500) String text) {
        assertThat(Shape.of(text)).hasSizeLessThanOrEqualTo(Shape.LONGEST + 1);
    }

    @Property
    void whatIsNoLetterAndNoDigitOfAsciiIsKept(
            @ForAll @Chars({' ', '-', '/', '.', ',', '"', '+', ':', '~'}) @StringLength(max = 40) String text) {
        assertThat(Shape.of(text)).isEqualTo(text);
    }

    @Example
    void aShapeTellsWhatKindOfValueItWas() {
        assertThat(Shape.of(new Written.Text("02/Jan/2026 é\n𝒳"))).isEqualTo("\"99/Aaa/9999 ???\"");
        assertThat(Shape.of(new Written.Numeral("-12.50e3"))).isEqualTo("-99.99a9");
        assertThat(Shape.of(new Written.Truth(true))).isEqualTo(Shape.of(new Written.Truth(false)));
        assertThat(Shape.of(new Written.Nothing())).isEqualTo("null");
        assertThat(Shape.of(new Written.Group(Map.of()))).isEqualTo("object");
        assertThat(Shape.of(new Written.Listing(List.of(new Written.Nothing()))))
                .isEqualTo("list of 1");
        assertThat(Shape.of("4111111111111111".repeat(4))).isEqualTo("9".repeat(40) + "…");
    }
}
