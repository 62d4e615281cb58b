package dev.sluice.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.reference.TableRow;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurrencyTest {

    @Test
    void the_list_has_every_active_code_of_the_standard_but_XXX_and_XTS() {
        assertThat(Currency.all()).hasSize(176);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 978, 2, Euro",
        "JPY, 392, 0, Yen",
        "BHD, 048, 3, Bahraini Dinar",
        "CLF, 990, 4, Unidad de Fomento",
        "AUD, 036, 2, Australian Dollar",
    })
    void a_currency_has_what_the_standard_says(String code, String numericCode, int minorUnits, String name) {
        Currency currency = Currency.of(code).orElseThrow();

        assertThat(currency.code()).isEqualTo(code);
        assertThat(currency.numericCode()).isEqualTo(numericCode);
        assertThat(currency.minorUnits()).isEqualTo(minorUnits);
        assertThat(currency.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"XCG", "ZWG", "SLE", "VED", "VES", "XAD", "UYW"})
    void codes_of_recent_amendments_are_active(String code) {
        assertThat(Currency.of(code)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HRK", "SLL", "ANG", "ZWL", "CUC", "BGN", "VEF", "XXX", "XTS", "eur", "EUR ", "EU", "", "€"})
    void withdrawn_reserved_and_misspelt_codes_are_no_currencies(String code) {
        assertThat(Currency.of(code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XAG", "XPT", "XPD", "XDR", "XUA", "XSU", "XBA", "XBB", "XBC", "XBD"})
    void amounts_are_whole_where_the_standard_has_no_minor_unit(String code) {
        assertThat(Currency.of(code)).map(Currency::minorUnits).contains(0);
    }

    @Test
    void no_numeric_code_is_given_twice() {
        assertThat(Currency.all()).extracting(Currency::numericCode).doesNotHaveDuplicates();
    }

    /** A second opinion: the JDK keeps its own copy of the list. What it does not know yet is left out. */
    @Test
    void the_list_agrees_with_the_one_of_the_JDK() {
        List<java.util.Currency> known = java.util.Currency.getAvailableCurrencies().stream()
                .filter(theirs -> Currency.of(theirs.getCurrencyCode()).isPresent())
                .toList();

        assertThat(known).hasSizeGreaterThan(170).allSatisfy(theirs -> {
            Currency ours = Currency.of(theirs.getCurrencyCode()).orElseThrow();
            assertThat(ours.numericCode()).isEqualTo(theirs.getNumericCodeAsString());
            assertThat(ours.minorUnits()).isEqualTo(Math.max(0, theirs.getDefaultFractionDigits()));
        });
    }

    @Test
    void currencies_are_equal_when_their_codes_are() {
        Currency euro = Currency.of("EUR").orElseThrow();
        Currency again = Currency.read(new TableRow("iso4217.txt", 1, List.of("EUR", "978", "2", "Euro")));

        assertThat(euro)
                .isEqualTo(again)
                .hasSameHashCodeAs(again)
                .isNotEqualTo(Currency.of("USD").orElseThrow())
                .isNotEqualTo(Optional.of("EUR"))
                .hasToString("EUR");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "4, 4", "-, 0"})
    void a_rows_minor_units_are_none_to_four(String written, int minorUnits) {
        TableRow row = new TableRow("iso4217.txt", 7, List.of("EUR", "978", written, "Euro"));

        assertThat(Currency.read(row).minorUnits()).isEqualTo(minorUnits);
    }

    @ParameterizedTest
    @CsvSource({
        "EUr, 978, 2, three capital letters",
        "EUR, 97, 2, three digits",
        "EUR, 978, 5, at most four digits",
        "EUR, 978, x, one or two digits",
    })
    void a_row_that_is_wrong_is_refused_with_file_line_and_rule(
            String code, String numericCode, String minorUnits, String rule) {
        TableRow row = new TableRow("iso4217.txt", 7, List.of(code, numericCode, minorUnits, "Euro"));

        assertThatThrownBy(() -> Currency.read(row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("iso4217.txt line 7", rule);
    }
}
