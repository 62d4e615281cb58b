package dev.sluice.domain.card;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** The laws of card ranges. */
class CardRangesProperties {

    @Property
    void the_first_digits_tell_the_scheme_of_the_whole_number(
            @ForAll("numbersAndSchemes") Tuple2<String, CardScheme> card) {
        String number = card.get1();

        assertThat(CardRanges.schemeOf(number)).contains(card.get2());
        for (int length = 6; length <= 8; length++) {
            assertThat(CardRanges.schemeOf(number.substring(0, length))).contains(card.get2());
        }
    }

    @Property
    void any_text_is_answered(@ForAll String text) {
        assertThat(CardRanges.schemeOf(text)).isNotNull();
    }

    @Provide
    Arbitrary<Tuple2<String, CardScheme>> numbersAndSchemes() {
        return Arbitraries.of(CardScheme.class)
                .flatMap(scheme -> CardNumberArbitraries.cardNumbersOf(scheme).map(number -> Tuple.of(number, scheme)));
    }
}
