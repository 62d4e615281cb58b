package dev.sluice.domain.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A decimal is read by hand, for speed: held here to the grammar as RFC 8259 (section 6) writes it, and to the JDK. */
class DecimalProperties {

    private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern LITERAL = Pattern.compile(PLAIN.pattern() + "([eE][+-]?[0-9]{1,2})?");

    @Property
    void aLiteralIsReadExactlyWhenItIsOneAndIsTheNumberThatTheJdkReads(@ForAll("nearlyNumbers") String text) {
        assertThat(Decimal.literal(text).map(DecimalProperties::number)).isEqualTo(expected(LITERAL, text));
    }

    @Property
    void textIsReadExactlyWhenItIsAPlainDecimal(@ForAll("nearlyNumbers") String text) {
        assertThat(Decimal.plain(text).map(DecimalProperties::number)).isEqualTo(expected(PLAIN, text));
    }

    private static Optional<BigDecimal> expected(Pattern grammar, String text) {
        return grammar.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static BigDecimal number(Decimal decimal) {
        var magnitude = new BigDecimal("0" + decimal.digits());
        var scaled = new BigDecimal(magnitude.unscaledValue(), decimal.scale());
        return decimal.negative() ? scaled.negate() : scaled;
    }

    /** Numbers, and what comes of them when a character is put in, taken out or exchanged. */
    @Provide
    Arbitrary<String> nearlyNumbers() {
        var soup = Arbitraries.strings().withChars("019.eE+-x").ofMaxLength(7);
        var whole = Arbitraries.of("0", "1", "9", "10", "00", "01", "-0", "-1", "-", "", "12345678901234567890");
        var fraction = Arbitraries.of("", "", ".", ".0", ".5", ".05", ".5.", "..5", ".5-");
        var exponent = Arbitraries.of(
                "", "", "e", "E+", "e-", "e1", "E+1", "e-09", "e10", "e99", "e100", "e+x", "e1x", "e1e1", "e+-1");
        var built = Combinators.combine(whole, fraction, exponent).as((w, f, e) -> w + f + e);
        return Arbitraries.oneOf(soup, built);
    }
}
