package dev.sluice.domain.card;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of the check digit. */
class LuhnProperties {

    @Property
    void every_number_with_its_check_digit_holds(@ForAll("payloads") String payload) {
        assertThat(Luhn.holds(payload + Luhn.checkDigit(payload))).isTrue();
    }

    @Property
    void every_change_of_a_single_digit_is_rejected(@ForAll("payloads") String payload) {
        String number = payload + Luhn.checkDigit(payload);

        for (int place = 0; place < number.length(); place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (digit != number.charAt(place)) {
                    assertThat(Luhn.holds(number.substring(0, place) + digit + number.substring(place + 1)))
                            .as("digit %d changed into %s", place, digit)
                            .isFalse();
                }
            }
        }
    }

    @Provide
    Arbitrary<String> payloads() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(40);
    }
}
