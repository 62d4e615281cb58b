package dev.sluice.domain.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurrogatesTest {

    /** The first and the last surrogate of each half, their neighbours, and a pair. */
    @ParameterizedTest
    @CsvSource({"D7FF, 0", "D800, 1", "DBFF, 1", "DC00, 1", "DFFF, 1", "E000, 0", "1F600, 0"})
    void aSurrogateAloneIsUnpaired(String hex, int unpaired) {
        var text = "a" + Character.toString(Integer.parseInt(hex, 16)) + "z";

        assertThat(Surrogates.unpaired(text)).isEqualTo(unpaired);
        assertThat(Surrogates.replaced(text)).isEqualTo(unpaired == 0 ? text : "a\uFFFDz");
    }
}
