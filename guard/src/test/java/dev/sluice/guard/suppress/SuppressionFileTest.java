package dev.sluice.guard.suppress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.guard.graph.Place;
import dev.sluice.guard.json.FileMistake;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionFileTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static final String GOOD = """
            {"suppressions": [
              {"rule": "sqs-x",
               "resource": "aws_sqs_queue.*",
               "until": "2027-03-31",
               "reason": "It is moved."}
            ]}
            """;

    @Test
    @DisplayName("A file's suppressions are read, each with where it is written")
    void read() throws FileMistake {
        assertThat(SuppressionFile.read("s.json", GOOD, TODAY))
                .containsExactly(new Suppression(
                        "sqs-x",
                        "aws_sqs_queue.*",
                        LocalDate.of(2027, 3, 31),
                        "It is moved.",
                        Suppression.Source.FILE,
                        new Place("s.json", 2)));
        assertThat(SuppressionFile.read("s.json", "{\"suppressions\": []}", TODAY))
                .isEmpty();
    }

    @ParameterizedTest(name = "{2}")
    @DisplayName("What is not as it has to be is refused, with its file and line")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "until": "2027-03-31",  | "until": "2027-12-03",          | s.json:2: 2027-12-03 is further away than the 366 days that a suppression may hold; 2027-12-02 is the last day today
            "2027-03-31"            | "31.3.2027"                     | s.json:2: "until" is to be a date such as 2027-03-01
            "until": "2027-03-31",  | ``                              | s.json:2: "until" is missing
            "It is moved."          | " "                             | s.json:5: "reason" is to be a text that is not blank
            "It is moved."          | 7                               | s.json:5: "reason" is to be a text that is not blank
            "reason"                | "because"                       | s.json:5: "because" is not known; known are reason, resource, rule, until
            "reason"                | "rule"                          | s.json:5: "rule" is there twice
            "suppressions"          | "ignored"                       | s.json:1: "ignored" is not known; "suppressions" is all there is
            ]}                      | ],"suppressions": []}           | s.json:1: one list "suppressions" is expected
            ]}                      | , 3]}                           | s.json:6: an object is expected
            ]}                      | ]                               | s.json:7: it is not JSON, or not all of it is there
            """)
    void refused(String what, String by, String message) {
        assertThat(GOOD).contains(what);
        assertThatThrownBy(() -> SuppressionFile.read("s.json", GOOD.replace(what, by), TODAY))
                .isInstanceOf(FileMistake.class)
                .hasMessage(message);
    }

    @Test
    @DisplayName("A document of another shape is refused")
    void shape() {
        assertThatThrownBy(() -> SuppressionFile.read("s.json", "[]", TODAY))
                .hasMessage("s.json:1: an object with the list \"suppressions\" is expected");
        assertThatThrownBy(() -> SuppressionFile.read("s.json", "{}", TODAY))
                .hasMessage("s.json:1: one list \"suppressions\" is expected");
        assertThatThrownBy(() -> SuppressionFile.read("s.json", "", TODAY)).hasMessage("s.json:1: it is empty");
    }

    @Test
    @DisplayName("More rows than anybody keeps are refused")
    void tooMany() {
        var rows = "7,".repeat(20_001);
        assertThatThrownBy(() -> SuppressionFile.read("s.json", "{\"suppressions\": [" + rows + "7]}", TODAY))
                .hasMessage("s.json:1: there are more than 20000 suppressions");
    }
}
