package dev.sluice.domain.iban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class IbanTest {

    @ParameterizedTest
    @FieldSource("dev.sluice.domain.iban.IbanExamples#ELECTRONIC")
    void the_registrys_example_of_each_country_is_valid(String example) {
        assertThat(Iban.read(example)).isEqualTo(new IbanReading.Valid(new Iban(example)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB29 NWBK 6016 1331 9268 19",
                "GB29NWBK 60161331926819",
                "G B 2 9 N W B K 6 0 1 6 1 3 3 1 9 2 6 8 1 9",
            })
    void single_spaces_do_not_count(String printed) {
        assertThat(Iban.read(printed)).isEqualTo(new IbanReading.Valid(new Iban("GB29NWBK60161331926819")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB29  NWBK 6016 1331 9268 19",
                " GB29NWBK60161331926819",
                "GB29NWBK60161331926819 ",
                " ",
                "GB29-NWBK-6016-1331-9268-19",
                "GB29\u00a0NWBK 6016 1331 9268 19",
                "gb29nwbk60161331926819",
                "GB29nwbk60161331926819",
                "GB29NWBK6016133192681９",
                "GBX9NWBK60161331926819",
                "GB2XNWBK60161331926819",
                "GB29NWB060161331926819",
                "GB29NWBK6016133192681X",
                "ZZ29nwbk60161331926819",
            })
    void anything_but_the_two_forms_has_the_wrong_structure(String written) {
        assertThat(Iban.read(written)).isEqualTo(new IbanReading.WrongStructure());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "G", "ZZ29NWBK60161331926819", "US64SVBKUS6S3300958879", "12345678", "UK29NWBK60161331926819"
            })
    void a_country_that_has_no_ibans_is_unknown(String written) {
        assertThat(Iban.read(written)).isEqualTo(new IbanReading.UnknownCountry());
    }

    @ParameterizedTest
    @CsvSource({
        "GB, 22",
        "GB2, 22",
        "GB29NWBK6016133192681, 22",
        "GB29NWBK601613319268190, 22",
        "NO938601111794, 15",
        "RU030445252254081781053809131041, 33",
    })
    void a_wrong_length_is_told_with_the_right_one(String written, int expected) {
        assertThat(Iban.read(written)).isEqualTo(new IbanReading.WrongLength(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB28NWBK60161331926819", "GB29NWBK60161331926818", "DE89370400440532013001"})
    void wrong_check_digits_are_told(String written) {
        assertThat(Iban.read(written)).isEqualTo(new IbanReading.WrongCheckDigits());
    }

    /** Each leaves the right remainder, and still is none that the formula makes. */
    @ParameterizedTest
    @CsvSource({"97, 00", "98, 01", "02, 99"})
    void check_digits_that_the_formula_never_makes_are_wrong(String made, String never) {
        String bban = bbanWithCheckDigits(made);

        assertThat(Iban.read("NO" + made + bban)).isInstanceOf(IbanReading.Valid.class);
        assertThat(Iban.read("NO" + never + bban)).isEqualTo(new IbanReading.WrongCheckDigits());
    }

    @Test
    void what_is_no_iban_cannot_be_made_and_is_not_repeated() {
        assertThatThrownBy(() -> new Iban("GB29 NWBK 6016 1331 9268 19"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ISO 13616")
                .hasMessageNotContaining("NWBK");
    }

    private static String bbanWithCheckDigits(String wanted) {
        for (int account = 0; account < 10_000; account++) {
            String bban = String.format(Locale.ROOT, "%011d", account);
            if (IbanCheckDigits.of("NO", bban).equals(wanted)) {
                return bban;
            }
        }
        throw new AssertionError("No account has check digits " + wanted);
    }
}
