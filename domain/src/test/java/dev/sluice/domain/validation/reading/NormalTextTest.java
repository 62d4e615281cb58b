package dev.sluice.domain.validation.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class NormalTextTest {

    /** Put in order, the second mark comes before the first. */
    private static final String OUT_OF_ORDER = "a\u0301\u0316";

    @Test
    void textIsTrimmedOfEveryWhiteSpaceAndComposed() {
        assertThat(NormalText.of("\u00a0 \u2003cafe\u0301\u3000\t")).isEqualTo("caf\u00e9");
        assertThat(NormalText.of(" \u00a0 ")).isEmpty();
    }

    @Test
    void textOfTheLongestLengthIsComposed() {
        var text = "x".repeat(NormalText.LONGEST_COMPOSED - OUT_OF_ORDER.length()) + OUT_OF_ORDER;

        assertThat(NormalText.of("  " + text)).endsWith("x\u00e1\u0316");
    }

    @Test
    void longerTextIsTrimmedAndOtherwiseLeftAsItIs() {
        var text = "x".repeat(NormalText.LONGEST_COMPOSED - OUT_OF_ORDER.length() + 1) + OUT_OF_ORDER;

        assertThat(NormalText.of(" " + text + " ")).isEqualTo(text);
    }

    @Test
    void whatIsNotComposedIsLongerThanAnyTextThatIsKept() {
        // Composing undoes decomposing: no character takes more than four units apart for one together.
        for (var character = 0; character <= Character.MAX_CODE_POINT; character++) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                var apart = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFD);
                var together = Normalizer.normalize(apart, Normalizer.Form.NFC);
                assertThat(apart.length()).isLessThanOrEqualTo(4 * together.length());
            }
        }
        var longestKept = 500;
        assertThat(NormalText.LONGEST_COMPOSED / 4 / 2).isGreaterThan(longestKept);
    }
}
