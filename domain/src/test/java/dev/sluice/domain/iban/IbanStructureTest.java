package dev.sluice.domain.iban;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.iban.IbanStructure.Kind;
import dev.sluice.domain.iban.IbanStructure.Piece;
import dev.sluice.domain.reference.Country;
import dev.sluice.domain.reference.TableRow;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IbanStructureTest {

    @Test
    void the_table_has_every_country_of_the_registry() {
        assertThat(IbanStructure.all()).hasSize(89);
        assertThat(IbanExamples.ELECTRONIC)
                .extracting(example -> example.substring(0, 2))
                .containsExactlyElementsOf(
                        IbanStructure.all().stream().map(IbanStructure::country).toList());
    }

    /** XK, Kosovo, is user-assigned: the registry has it, ISO 3166-1 does not. */
    @Test
    void every_country_of_the_table_is_known_but_Kosovo() {
        assertThat(IbanStructure.all())
                .extracting(IbanStructure::country)
                .filteredOn(country -> Country.of(country).isEmpty())
                .containsExactly("XK");
    }

    @Test
    void the_notation_of_the_registry_is_read() {
        assertThat(IbanStructure.of("GB"))
                .contains(new IbanStructure(
                        "GB",
                        22,
                        List.of(new Piece(4, Kind.CAPITAL), new Piece(6, Kind.DIGIT), new Piece(8, Kind.DIGIT))));
    }

    @Test
    void a_row_may_be_as_long_as_an_iban_can_be() {
        TableRow row = new TableRow("iban.txt", 5, List.of("XX", "34", "10!a20!c"));

        assertThat(IbanStructure.read(row))
                .isEqualTo(new IbanStructure(
                        "XX", 34, List.of(new Piece(10, Kind.CAPITAL), new Piece(20, Kind.CAPITAL_OR_DIGIT))));
    }

    @ParameterizedTest
    @CsvSource({
        "gb, 22, 18!n, two capital letters",
        "G, 22, 18!n, two capital letters",
        "GB, 35, 31!n, at most 34 characters",
        "GB, 22, 17!n, make up the length",
        "GB, 22, 18n, pieces like 4!n",
        "GB, 22, 18-n, pieces like 4!n",
        "GB, 22, 34!n, make up the length",
        "GB, 22, 35!n, pieces like 4!n",
        "GB, 22, 18!, pieces like 4!n",
        "GB, 22, 18!x, pieces like 4!n",
        "GB, 22, !n, pieces like 4!n",
        "GB, 22, 18!n4, pieces like 4!n",
        "GB, 22, 0!n18!n, pieces like 4!n",
        "GB, 22, 99999999999!n, pieces like 4!n",
    })
    void a_row_that_is_wrong_is_refused_with_file_line_and_rule(
            String country, String length, String bban, String rule) {
        TableRow row = new TableRow("iban.txt", 5, List.of(country, length, bban));

        assertThatThrownBy(() -> IbanStructure.read(row))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("iban.txt line 5", rule);
    }
}
