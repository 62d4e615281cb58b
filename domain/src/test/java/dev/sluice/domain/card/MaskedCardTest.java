package dev.sluice.domain.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskedCardTest {

    @ParameterizedTest
    @CsvSource({
        "411111, 1111, 411111******1111",
        "41111111, 1111, 41111111****1111",
        "378282, 0005, 378282*****0005",
        "37828224, 0005, 378282*****0005",
        "305693, 5904, 305693****5904",
        "3056930, 5904, 305693****5904",
        "000000, 1234, 000000******1234",
    })
    void a_masked_card_is_as_long_as_numbers_of_its_scheme(String bin, String last4, String masked) {
        assertThat(MaskedCard.of(Optional.of(bin), last4)).isEqualTo(masked);
    }

    @Test
    void without_a_bin_it_has_sixteen_places() {
        assertThat(MaskedCard.of(Optional.empty(), "1111")).isEqualTo("************1111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"41111", "411111111", "4111x1", ""})
    void what_is_no_bin_is_refused(String bin) {
        assertThatThrownBy(() -> MaskedCard.of(Optional.of(bin), "1111"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("4111");
    }

    @ParameterizedTest
    @ValueSource(strings = {"111", "11111", "111x", "", "4111111111111111"})
    void what_is_not_four_digits_is_refused(String last4) {
        assertThatThrownBy(() -> MaskedCard.of(Optional.empty(), last4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("111");
    }
}
