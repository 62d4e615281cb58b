package dev.sluice.handlers.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.submission.Written;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {

    private static final JsonDocument SENDER = JsonDocument.within(JsonBounds.SENDER);

    @Test
    void everyKindOfValueIsKeptAsWritten() {
        var root =
                read("{\"s\": \" a\\u0301 \", \"n\": 1.10e+2, \"big\": 123456789012345678901234567890.000, \"t\": true,"
                        + " \"f\": false, \"z\": null, \"l\": [1, \"x\", {}], \"o\": {\"k\": \"v\"}}");

        assertThat(root.members())
                .containsEntry("s", new Written.Text(" a\u0301 "))
                .containsEntry("n", new Written.Numeral("1.10e+2"))
                .containsEntry("big", new Written.Numeral("123456789012345678901234567890.000"))
                .containsEntry("t", new Written.Truth(true))
                .containsEntry("f", new Written.Truth(false))
                .containsEntry("z", new Written.Nothing())
                .containsEntry(
                        "l",
                        new Written.Listing(
                                List.of(new Written.Numeral("1"), new Written.Text("x"), new Written.Group(Map.of()))))
                .containsEntry("o", new Written.Group(Map.of("k", new Written.Text("v"))));
        assertThat(root.members().keySet()).containsExactly("s", "n", "big", "t", "f", "z", "l", "o");
    }

    @Test
    void anUnpairedSurrogateIsReadAndLeftToValidation() {
        assertThat(read("{\"s\": \"\\ud800\"}").members()).containsEntry("s", new Written.Text("\ud800"));
    }

    @Test
    void invalidUtf8IsMalformedWhateverItsKind() {
        for (var bytes : List.of(
                new int[] {0xff}, // never a byte of UTF-8
                new int[] {0xc0, 0xaf}, // overlong
                new int[] {0xed, 0xa0, 0x80}, // an encoded surrogate
                new int[] {0xf4, 0x90, 0x80, 0x80}, // beyond U+10FFFF
                new int[] {0xe2, 0x82})) { // cut short
            var document = "{\"s\": \"".getBytes(StandardCharsets.UTF_8);
            var whole = Arrays.copyOf(document, document.length + bytes.length + 2);
            for (var i = 0; i < bytes.length; i++) {
                whole[document.length + i] = (byte) bytes[i];
            }
            whole[whole.length - 2] = '"';
            whole[whole.length - 1] = '}';
            assertThat(SENDER.read(whole)).isInstanceOf(Parsed.Malformed.class);
        }
    }

    @Test
    void nestingTenThousandDeepCostsNothing() {
        assertThat(SENDER.read("{\"a\":".repeat(10_000))).isInstanceOf(Parsed.Malformed.class);
        assertThat(SENDER.read("{\"a\":" + "[".repeat(10_000))).isInstanceOf(Parsed.Malformed.class);
    }

    @Test
    void aNumberOfAbsurdSizeIsMalformed() {
        assertThat(SENDER.read("{\"a\": " + "9".repeat(100_000) + "}")).isInstanceOf(Parsed.Malformed.class);
        assertThat(read("{\"a\": 1E+999999999}").members()).containsEntry("a", new Written.Numeral("1E+999999999"));
    }

    @Test
    void aMessageTellsThePlaceAndNothingOfTheDocument() {
        var malformed = (Parsed.Malformed) SENDER.read("{\"card\": 4111111111111111x}");

        assertThat(malformed.why()).contains("line 1").doesNotContain("4111");
        var twice = (Parsed.Malformed) SENDER.read("{\"4111111111111111\": 1, \"4111111111111111\": 2}");
        assertThat(twice.why()).contains("same name twice").doesNotContain("4111");
    }

    @Test
    void aDocumentLongerThanItsBoundIsMalformed() {
        assertThat(SENDER.read(new byte[128 * 1024 + 1])).isInstanceOf(Parsed.Malformed.class);
    }

    private static Written.Group read(String text) {
        return ((Parsed.Document) SENDER.read(text.getBytes(StandardCharsets.UTF_8))).root();
    }
}
