package dev.sluice.domain.validation;

import dev.sluice.domain.submission.Written;
import dev.sluice.domain.validation.reading.Field;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Anything that can be written at all, and much that no reader of JSON would hand over. */
public final class WrittenArbitraries {

    /** Strings that mean something somewhere, or cost something. */
    static final List<String> TEXTS = List.of(
            "",
            "payment",
            "refund",
            "EUR",
            "JPY",
            "12.50",
            "2026-02-28",
            "2026-02-28T10:00:00Z",
            "9999-12-31T23:59:59-23:59",
            "0000-01-01T00:00:00+23:59",
            "DE",
            "5411",
            "~1/~0",
            "\u0344",
            "4111111111111111",
            "\uD800\uDC00",
            "9".repeat(2_000),
            "x".repeat(2_000));

    /** Numbers that are none, or are huge. */
    static final List<String> NUMERALS = List.of(
            "1E+999999999",
            "1e-999999999",
            "-0",
            "0E0",
            "1.2345678E7",
            "1E99",
            "1E-99",
            "",
            "abc",
            "0x1",
            "9".repeat(2_000),
            "0." + "0".repeat(2_000) + "1",
            "1E" + "9".repeat(1000));

    private WrittenArbitraries() {}

    /** Any value, nested a few levels. */
    public static Arbitrary<Written> anything() {
        return Arbitraries.recursive(WrittenArbitraries::leaves, WrittenArbitraries::nested, 0, 3);
    }

    /** Objects, their names often those of known fields. */
    public static Arbitrary<Written.Group> groups() {
        return Arbitraries.maps(names(), anything()).ofMaxSize(15).map(Written.Group::new);
    }

    /** The dotted name of any known field, or of an entry of the metadata. */
    public static Arbitrary<String> fields() {
        return Arbitraries.of(Field.values())
                .map(field -> field.pointer().toString().substring(1).replace('/', '.'))
                .flatMap(name -> Arbitraries.of(name, name, name, "metadata.x"));
    }

    private static Arbitrary<Written> nested(Arbitrary<Written> inner) {
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(4).map(Written.Listing::new),
                Arbitraries.maps(names(), inner).ofMaxSize(6).map(Written.Group::new));
    }

    private static Arbitrary<Written> leaves() {
        return Arbitraries.oneOf(
                texts().map(Written.Text::new),
                numerals().map(Written.Numeral::new),
                Arbitraries.of(true, false).map(Written.Truth::new),
                Arbitraries.just(new Written.Nothing()));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.oneOf(Arbitraries.of(Field.values()).map(Field::member), texts());
    }

    /** Strings of any UTF-16 code units, unpaired surrogates included, and such as mean something somewhere. */
    public static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings()
                        .withChars("\uD800\uDBFF\uDC00\uDFFFa \u0000\u0301")
                        .ofMaxLength(8),
                Arbitraries.strings().withChars("0123456789-:.TZ+eE ").ofMaxLength(40),
                Arbitraries.of(TEXTS));
    }

    private static Arbitrary<String> numerals() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals().map(Object::toString),
                Combinators.combine(Arbitraries.integers(), Arbitraries.integers())
                        .as((n, e) -> n + "E" + e),
                Arbitraries.of(NUMERALS));
    }
}
