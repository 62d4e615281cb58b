package dev.sluice.domain.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumberScanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "5555555555554444",
                "378282246310005",
                "4222222222222",
                "6304000000000000",
                "2223003122003222",
                "6011-1111-1111-1117",
                "3782 822463 10005",
                "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
                "4111-1111 11111-111",
                "card:4111111111111111.",
                "x4111111111111111y",
                "4111111111111111\n1225",
                "4111 1111 1111 1111, thank you",
                "first 12345, then 4111111111111111",
                "4111111111111111 12/25",
                "4111111111111111-123",
                "123 4111111111111111",
                "4111111111111111 5555555555554444",
                "４１１１１１１１１１１１１１１１",
                "٤١١١ ١١١١ ١١١١ ١١١١",
                "𝟜𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙",
                "4111\u00a01111\u20091111\u30001111",
                "4111\u20101111\u20131111\u22121111",
            })
    void a_card_number_is_found(String text) {
        assertThat(CardNumberScan.finds(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no digits",
                "************1234",
                "411111******1111",
                "4111 11** **** 1111",
                "411111111111111",
                "4111111111111112",
                "9999999999999995",
                "1234567890123456",
                "41111111111111111111",
                "4111  1111  1111  1111",
                "4111--1111--1111--1111",
                "4111 -1111 -1111 -1111",
                "4111.1111.1111.1111",
                "4111/1111/1111/1111",
                "4111 1111 1111 1111 1111",
                "2017-05-31T12:34:56.789Z",
                "422222222222",
                "00000000000000000000000000000000",
            })
    void anything_else_is_not(String text) {
        assertThat(CardNumberScan.finds(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4111111111111111|************1111",
                "/metadata/4111 1111-1111 1111/x|/metadata/**** ****-**** 1111/x",
                "378282246310005 and 4111111111111112|***********0005 and 4111111111111112",
                "a 4111111111111111 b 5555555555554444 c|a ************1111 b ************4444 c",
                "𝟜𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙𝟙🙂|************𝟙𝟙𝟙𝟙🙂",
                "nothing 12 here|nothing 12 here",
            })
    void masking_hides_all_but_the_last_four_digits(String text, String masked) {
        assertThat(CardNumberScan.mask(text)).isEqualTo(masked);
    }

    @Test
    void masking_hides_what_stands_with_a_card_number_in_one_run_too() {
        assertThat(CardNumberScan.mask("4111111111111111 1225")).isEqualTo("**************** 1225");
        assertThat(CardNumberScan.mask("4111111111111111 12/25")).isEqualTo("**************11 12/25");
    }

    @Test
    void a_long_text_takes_no_longer_than_its_length() {
        String text = "4 1-".repeat(2_000_000);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(CardNumberScan.finds(text)).isFalse();
            assertThat(CardNumberScan.mask(text)).isEqualTo(text);
        });
    }
}
