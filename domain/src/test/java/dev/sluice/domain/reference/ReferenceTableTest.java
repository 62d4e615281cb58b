package dev.sluice.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTableTest {

    @Test
    void a_row_knows_its_fields_and_where_it_was_read() {
        var rows = ReferenceTable.parse("some.txt", "# a comment\nA|1\nB|22\n", 2);

        assertThat(rows).hasSize(2);
        assertThat(rows.getLast().field(0)).isEqualTo("B");
        assertThat(rows.getLast().number(1)).isEqualTo(22);
        assertThat(rows.getLast().line()).isEqualTo(3);
    }

    @Test
    void the_last_line_needs_no_line_feed() {
        assertThat(ReferenceTable.parse("some.txt", "A|1", 2)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "A|1;B, line 2: a row has 2 fields",
        "A|1;B|2|3, line 2: a row has 2 fields",
        "A|1;B|, line 2: a field is neither empty",
        "A|1;< >B|2, line 2: a field is neither empty",
        "A|1;B|2< >, line 2: a field is neither empty",
        "A|1;B|2<CR>, line 2: a field is neither empty",
        "|1, line 1: a field is neither empty",
        ";A|1, line 1: a row has 2 fields",
        "A|1;;B|2, line 2: a row has 2 fields",
        "B|1;A|2, line 2: rows are sorted",
        "A|1;A|2, line 2: rows are sorted",
        "# nothing, a table has at least one row",
    })
    void a_table_that_breaks_the_format_is_refused_with_file_line_and_rule(String text, String message) {
        String lines = text.replace("< >", " ").replace("<CR>", "\r").replace(';', '\n');

        assertThatThrownBy(() -> ReferenceTable.parse("some.txt", lines, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("some.txt", message);
    }

    @Test
    void a_table_has_at_most_ten_thousand_rows() {
        String full =
                IntStream.range(0, 10_000).mapToObj(i -> (100_000 + i) + "\n").collect(Collectors.joining());

        assertThat(ReferenceTable.parse("some.txt", full, 1)).hasSize(10_000);
        assertThatThrownBy(() -> ReferenceTable.parse("some.txt", full + "110000\n", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("at most 10000 rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "123"})
    void what_is_no_small_number_is_refused(String field) {
        TableRow row = ReferenceTable.parse("some.txt", field, 1).getFirst();

        assertThatThrownBy(() -> row.number(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_missing_table_is_named() {
        assertThatThrownBy(() -> ReferenceTable.rows("no-such.txt", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-such.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iso4217.txt",
                "iso3166.txt",
                "mcc.txt",
                "mcc-categories.txt",
                "iban.txt",
                "card-ranges.txt",
                "mcc-high-risk.txt"
            })
    void a_table_names_its_standard_edition_and_source_in_its_first_line(String file) throws IOException {
        try (var in = Objects.requireNonNull(ReferenceTable.class.getResourceAsStream(file))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(text).matches("(?s)# ISO[/A-Z]* [0-9]+(-1)?:20[0-9]{2}.*20[0-9]{2}-[0-9]{2}.* from .*");
        }
    }
}
