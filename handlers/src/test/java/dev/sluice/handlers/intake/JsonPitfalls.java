package dev.sluice.handlers.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What JSON parsers fall over, after the kinds that published test suites of parsers collect, each with the answer it
 * gets: a whole transaction in which one thing differs.
 */
final class JsonPitfalls {

    private static final String NO_ERROR = "";
    private static final String PAN = "4111111111111111";
    private static final int LIMIT = 128 * 1024;

    private final List<Pitfall> all = new ArrayList<>();

    private JsonPitfalls() {}

    /**
     * One body and its answer.
     *
     * @param status what it is answered with
     * @param error one of the errors that a 422 lists, as {@code code at pointer}; otherwise empty
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Pitfall(String name, byte[] body, int status, String error) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Pitfall> all() {
        var pitfalls = new JsonPitfalls();
        pitfalls.documents();
        pitfalls.grammar();
        pitfalls.strings();
        pitfalls.encodings();
        pitfalls.numbers();
        pitfalls.amounts();
        pitfalls.names();
        pitfalls.nesting();
        pitfalls.sizes();
        pitfalls.text();
        return List.copyOf(pitfalls.all);
    }

    private void documents() {
        malformed("an empty body", "");
        malformed("white space alone", " \t\r\n ");
        malformed("a NUL byte alone", "\0");
        malformed("null", "null");
        malformed("a number", "1");
        malformed("a string", "\"text\"");
        malformed("an array of transactions", "[" + valid() + "]");
        malformed("two documents", valid() + valid());
        malformed("two documents on two lines", valid() + "\n" + valid());
        malformed("a closing brace too many", valid() + "}");
        malformed("a comma after the document", valid() + ",");
        malformed("a NUL byte after the document", valid() + "\0");
        malformed("a comment after the document", valid() + "// end");
        malformed("no closing brace", valid().substring(0, valid().length() - 1));
        malformed("a prefix against script inclusion", ")]}'\n" + valid());
        malformed("a form body", "id=t-1&type=payment");
        malformed("XML", "<?xml version=\"1.0\"?><id>t-1</id>");
        accepted("white space around the document", " \r\n\t" + valid() + "\r\n\t ");
    }

    private void grammar() {
        for (var value : List.of(
                "",
                ",",
                "1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\" 1}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{\"a\":1;\"b\":2}",
                "'text'",
                "`text`",
                "text",
                "True",
                "FALSE",
                "nul",
                "nulll",
                "None",
                "undefined",
                "/* comment */ 1",
                "1 // comment\n",
                "# comment\n1",
                "1\f",
                "\u00a01",
                "\u20281",
                "\ufeff1",
                "\0001",
                "1\0",
                "$1",
                "(1)",
                "{]",
                "[}",
                "\"a\" + \"b\"",
                "new Date(0)",
                "@type")) {
            malformed("no JSON value: " + printable(value), with("x", value));
        }
        for (var value :
                List.of("null", "true", "[]", "{}", "[null,1,\"a\",{}]", "{\"a\":{}}", "\"\"", "0", "[[],[]]")) {
            accepted("any value of a field we do not know: " + value, with("x", value));
        }
        refused("null where a field is needed", replaced("accountId", "null"), "required at /accountId");
        refused("a boolean for a string", replaced("accountId", "true"), "wrong_type at /accountId");
        refused("an array for a string", replaced("accountId", "[\"5770\"]"), "wrong_type at /accountId");
        refused("an object for an amount", replaced("amount", "{\"$numberDecimal\":\"1\"}"), "wrong_type at /amount");
        refused("an array for an object", replaced("merchant", "[]"), "wrong_type at /merchant");
        refused("a number for an id", replaced("id", "12345"), "wrong_type at /id");
    }

    private void strings() {
        for (var string : List.of(
                "\"\t\"",
                "\"\n\"",
                "\"\0\"",
                "\"\u001f\"",
                "\"\\x41\"",
                "\"\\a\"",
                "\"\\'\"",
                "\"\\0\"",
                "\"\\u\"",
                "\"\\u00\"",
                "\"\\u00G0\"",
                "\"\\U0041\"",
                "\"\\u{41}\"",
                "\"\\",
                "\"\\\"",
                "\"a",
                "a\"",
                "\"\\\t\"",
                "\"\\\u00e9\"",
                "\"\\ud83d\\u\"",
                "\"\"\"\"")) {
            malformed("no JSON string: " + printable(string), with("x", string));
        }
        for (var escape : List.of("\\ud800", "\\udc00", "\\udc00\\ud800", "\\ud800a", "\\ud83d\\ud83d\\ude00")) {
            accepted("an unpaired surrogate where nobody keeps it: " + escape, with("x", "\"" + escape + "\""));
            refused(
                    "an unpaired surrogate where it would be kept: " + escape,
                    replaced("accountId", "\"" + escape + "\""),
                    "text_unpaired_surrogate at /accountId");
        }
        malformed("an unpaired surrogate in a name that we do not know", with("\\ud800", "1"));
        malformed("an unpaired surrogate in the name of metadata", with("metadata", "{\"\\ud800\":\"x\"}"));
        accepted("a pair of surrogates", replaced("accountId", "\"\\ud83d\\ude00\""));
        accepted("every escape that JSON has", with("x", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\""));
        accepted("an escaped NUL where nobody keeps it", with("x", "\"\\u0000\""));
        refused(
                "an escaped NUL where it would be kept",
                replaced("accountId", "\"57\\u000070\""),
                "text_control_character at /accountId");
        refused(
                "an escaped line feed where it would be kept",
                replaced("accountId", "\"57\\n70\""),
                "text_control_character at /accountId");
        refused(
                "an escape sequence of terminals",
                replaced("accountId", "\"\\u001b[31m5770\""),
                "text_control_character at /accountId");
        refused(
                "DEL and a C1 control",
                replaced("accountId", "\"57\u007f\u008070\""),
                "text_control_character at /accountId");
    }

    private void encodings() {
        for (var charset : List.of(
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16BE,
                StandardCharsets.UTF_16LE,
                Charset.forName("UTF-32BE"),
                Charset.forName("UTF-32LE"))) {
            add("a body in " + charset, valid().getBytes(charset), 400, NO_ERROR);
        }
        malformed("a byte order mark", "\ufeff" + valid());
        add("ISO 8859-1", replaced("accountId", "\"caf\u00e9\"").getBytes(StandardCharsets.ISO_8859_1), 400, NO_ERROR);
        for (var bytes : List.of(
                "ff", // never a byte of UTF-8
                "80", // a continuation of nothing
                "c0af", // an overlong slash
                "c080", // an overlong NUL
                "e080af",
                "f08080af",
                "eda080", // an encoded surrogate
                "eda0bdedb880", // a pair of them (CESU-8)
                "f4908080", // beyond U+10FFFF
                "f8888080", // five bytes and more
                "fc8480808080",
                "e282", // cut short
                "f09f98",
                "c3")) {
            add("invalid UTF-8 in a value: " + bytes, bytesIn("accountId", bytes), 400, NO_ERROR);
            add("invalid UTF-8 where nobody looks: " + bytes, bytesIn("x", bytes), 400, NO_ERROR);
        }
        accepted("characters of one to four bytes", replaced("accountId", "\"$\u00a2\u20ac\ud83d\ude00\""));
    }

    private void numbers() {
        for (var number : List.of(
                "NaN",
                "-NaN",
                "Infinity",
                "-Infinity",
                "Inf",
                "+1",
                "01",
                "-01",
                "00",
                "1.",
                ".5",
                "-.5",
                "-",
                "--1",
                "- 1",
                "1e",
                "1e+",
                "1E-",
                "1.e1",
                "1.5.1",
                "1e1.5",
                "1e1e1",
                "0x10",
                "0b1",
                "0o7",
                "1_000",
                "1,000",
                "1 000",
                "1f",
                "1L",
                "1n",
                "\uff11",
                "\u0661",
                "\u22121")) {
            malformed("no JSON number: " + number, with("x", number));
        }
        for (var number : List.of(
                "-0",
                "-0.0",
                "0e0",
                "1e400",
                "-1e400",
                "1e-400",
                "1e999999999",
                "1e-999999999",
                "1E+9999999999999999999",
                "123456789012345678901234567890",
                "0." + "1".repeat(900),
                "9".repeat(1_000))) {
            accepted("a number that nobody computes with: " + shortened(number), with("x", number));
        }
        malformed("a number of 1,001 digits", with("x", "9".repeat(1_001)));
        malformed("a number of 100,000 digits", with("x", "9".repeat(100_000)));
        malformed("a fraction of 100,000 digits", with("x", "0." + "9".repeat(100_000)));
        malformed("an exponent of 100,000 digits", with("x", "1e" + "9".repeat(100_000)));
    }

    private void amounts() {
        for (var amount :
                List.of("12.5", "12.50", "1.25E1", "1250e-2", "0.125e+2", "12.5e0", "\"12.50\"", "\" 12.50 \"")) {
            accepted("an amount written as " + amount, replaced("amount", amount));
        }
        for (var amount : List.of("1e400", "1e999999999", "1e-999999999", "1E+9999999999999999999")) {
            refused("an amount of " + amount, replaced("amount", amount), "amount_format at /amount");
        }
        refused("an amount of 1e99", replaced("amount", "1e99"), "amount_digits at /amount");
        refused("an amount of 1e-99", replaced("amount", "1e-99"), "amount_scale at /amount");
        refused("an amount of 1,000 digits", replaced("amount", "9".repeat(1_000)), "amount_digits at /amount");
        refused(
                "an amount of 100,000 digits in a string",
                replaced("amount", "\"" + "9".repeat(100_000) + "\""),
                "amount_digits at /amount");
        refused(
                "an amount of 100,000 decimal places",
                replaced("amount", "\"0." + "0".repeat(100_000) + "1\""),
                "amount_scale at /amount");
        for (var amount : List.of("-0", "0", "0.00", "-0.0e9", "-12.50", "\"-0\"")) {
            refused("an amount of " + amount, replaced("amount", amount), "amount_not_positive at /amount");
        }
        for (var text : List.of(
                "",
                "+1",
                "1.",
                ".5",
                "01",
                "1e3",
                "0x10",
                "NaN",
                "Infinity",
                "1,000",
                "1 000",
                "1_000",
                "\u00a31",
                "\uff11",
                "\u0661",
                "\u22121",
                "1\u200b",
                "12.50 GBP",
                "1d",
                "1/2",
                "\\u0000",
                "\\ud800")) {
            refused(
                    "an amount of the string " + text,
                    replaced("amount", "\"" + text + "\""),
                    "amount_format at /amount");
        }
    }

    private void names() {
        malformed("the same name twice", with("id", "\"t-2\""));
        malformed("the same name and value twice", with("id", "\"t-1\""));
        malformed("the same name twice, once escaped", with("\\u0069d", "\"t-2\""));
        malformed("the same name twice at depth", with("x", "{\"a\":{\"b\":1,\"b\":1}}"));
        malformed("the same name twice at depth, once escaped", with("x", "[{\"a\":1,\"\\u0061\":1}]"));
        malformed("the same name twice in metadata", with("metadata", "{\"a\":\"1\",\"a\":\"1\"}"));
        malformed("the empty name twice", with("x", "{\"\":1,\"\":1}"));
        accepted("the same name in two objects", with("x", "{\"id\":1,\"y\":{\"id\":2}}"));
        accepted("names that differ in case", with("ID", "\"t-2\""));
        accepted("names that look alike", with("\u0456d", "\"t-2\""));
        accepted("names that differ in what cannot be seen", with("id\u200b", "\"t-2\""));
        accepted("names that programs treat in a way of their own", with("__proto__", "{\"constructor\":1}"));
        accepted("the empty name", with("", "1"));
        accepted("a name of a NUL", with("\\u0000", "1"));
        accepted("names that differ in their normalization", with("caf\u00e9", "1,\"cafe\u0301\":2"));
        accepted("a known name that is escaped", valid().replace("\"id\"", "\"\\u0069\\u0064\""));
        refused("a known name in capitals", valid().replace("\"id\"", "\"ID\""), "required at /id");
        refused("a known name of look-alikes", valid().replace("\"id\"", "\"\u0456d\""), "required at /id");
        refused("a known name with white space", valid().replace("\"id\"", "\" id\""), "required at /id");
        refused(
                "two names of metadata that are one when normalized",
                with("metadata", "{\"caf\u00e9\":\"1\",\"cafe\u0301\":\"2\"}"),
                "metadata_key_twice at /metadata/caf\u00e9");
    }

    private void nesting() {
        accepted("objects 8 deep", with("x", "{\"a\":".repeat(7) + "1" + "}".repeat(7)));
        malformed("objects 9 deep", with("x", "{\"a\":".repeat(8) + "1" + "}".repeat(8)));
        malformed("objects 10,000 deep", with("x", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)));
        accepted("arrays 8 deep", with("x", "[".repeat(7) + "]".repeat(7)));
        malformed("arrays 9 deep", with("x", "[".repeat(8) + "]".repeat(8)));
        malformed("arrays 10,000 deep", with("x", "[".repeat(10_000) + "]".repeat(10_000)));
        malformed("arrays 100,000 deep that never close", with("x", "[".repeat(100_000)));
        malformed("objects and arrays 10,000 deep", with("x", "[{\"a\":".repeat(5_000)));
        malformed("a document of brackets alone", "[".repeat(LIMIT));
    }

    private void sizes() {
        accepted("a string of 100 KiB", with("x", "\"" + "a".repeat(100 * 1024) + "\""));
        tooLarge("a string of 200 KiB", with("x", "\"" + "a".repeat(200 * 1024) + "\""));
        tooLarge("200 KiB that are no JSON", "x".repeat(200 * 1024));
        tooLarge("2 MB of white space before a document", " ".repeat(2_000_000) + valid());
        accepted("a name of 100 KiB", with("k".repeat(100 * 1024), "1"));
        refused(
                "a name of metadata of 100 KiB",
                with("metadata", "{\"" + "k".repeat(100 * 1024) + "\":\"x\"}"),
                "metadata_key_length at /metadata");
        accepted("10,000 names", with("x", object(10_000, i -> "\"" + i + "\":1")));
        accepted("40,000 values", with("x", "[" + "0,".repeat(40_000) + "0]"));
        accepted("10,000 empty objects", with("x", "[" + "{},".repeat(10_000) + "{}]"));
        accepted(
                "4,096 names with one hash",
                with("x", object(4_096, i -> "\"" + colliding(i, 12, "Aa", "BB") + "\":1")));
        accepted(
                "4,096 names with one hash in the parser's own table",
                with("x", object(4_096, i -> "\"" + colliding(i, 12, "aB", "b!") + "\":1")));
        refused(
                "10,000 entries of metadata",
                with("metadata", object(10_000, i -> "\"" + i + "\":\"\"")),
                "metadata_entries at /metadata");
        refused(
                "5,000 card numbers",
                with("x", "[" + ("\"" + PAN + "\",").repeat(5_000) + "1]"),
                "pan_detected at /x/0");
        refused(
                "3,000 card numbers under a name of 40,000 characters",
                with("k".repeat(40_000), object(3_000, i -> "\"" + i + "\":\"" + PAN + "\"")),
                "pan_detected at ");
        refused(
                "a card number written with 10,000 others' digits and dashes",
                with("x", "\"" + "4-".repeat(10_000) + " /" + PAN + "\""),
                "pan_detected at /x");
        accepted("a run of 100,000 digits", with("x", "\"" + "4".repeat(100_000) + "\""));
        accepted("60,000 digits with dashes between", with("x", "\"" + "4-".repeat(60_000) + "\""));
        accepted("60,000 combining marks out of order", with("x", "\"a" + "\u0301\u0316".repeat(30_000) + "\""));
        refused(
                "60,000 combining marks out of order where they would be kept",
                replaced("accountId", "\"a" + "\u0301\u0316".repeat(30_000) + "\""),
                "text_length at /accountId");
        refused(
                "20,000 characters that grow eighteenfold in compatibility forms",
                replaced("accountId", "\"" + "\ufdfa".repeat(20_000) + "\""),
                "text_length at /accountId");
        refused(
                "20,000 characters that grow threefold when normalized",
                replaced("accountId", "\"" + "\ud834\udd60".repeat(20_000) + "\""),
                "text_length at /accountId");
    }

    private void text() {
        accepted(
                "an account of 64 characters beyond the basic plane",
                replaced("accountId", "\"" + "\ud83d\ude00".repeat(64) + "\""));
        refused(
                "an account of 65 characters beyond the basic plane",
                replaced("accountId", "\"" + "\ud83d\ude00".repeat(65) + "\""),
                "text_length at /accountId");
        accepted("an account in normalization form D", replaced("accountId", "\"cafe\u0301\""));
        accepted("line and paragraph separators", replaced("accountId", "\"a\u2028\u2029b\""));
        accepted("what is no character", replaced("accountId", "\"a\ufffe\uffff\ufdd0b\""));
        accepted("the character of replacement", replaced("accountId", "\"\ufffd\""));
        accepted("what has no width", replaced("accountId", "\"a\u200b\u200d\ufeffb\""));
        accepted("what turns the direction of text", replaced("accountId", "\"a\u202eb\u2066c\""));
        accepted("white space of every kind around", replaced("accountId", "\"\u00a0\u2003 5770 \u3000\""));
        refused(
                "nothing but white space",
                replaced("accountId", "\"\u00a0\u2003 \u3000\""),
                "text_length at /accountId");
        for (var id :
                List.of("caf\u00e9", "cafe\u0301", "t\u200b1", "\u0442-1", "t 1", "t/1", "\ud83d\ude00", "t\\u00001")) {
            refused("an id of " + printable(id), replaced("id", "\"" + id + "\""), "id_format at /id");
        }
        refused("a card number in digits of full width", with("x", "\"" + fullWidth(PAN) + "\""), "pan_detected at /x");
        refused("a card number in escapes", with("x", "\"" + escaped(PAN) + "\""), "pan_detected at /x");
    }

    private static String valid() {
        return with("unused", "0");
    }

    /** The whole transaction, with one member more, which comes last. */
    private static String with(String name, String value) {
        return """
                {"id": "t-1", "type": "payment", "amount": "12.50", "currency": "GBP", "accountId": "5770", \
                "occurredAt": "2026-05-04T10:15:30.123Z", "merchant": {"name": "Corner Shop", "mcc": "5411"}, \
                "%s": %s}""".formatted(name, value);
    }

    /** The whole transaction, with another value for that member. */
    private static String replaced(String name, String value) {
        var member = "\"" + name + "\": ";
        var from = valid().indexOf(member) + member.length();
        var to = valid().charAt(from) == '{' ? valid().indexOf('}', from) + 1 : valid().indexOf(',', from);
        return valid().substring(0, from) + value + valid().substring(to);
    }

    private static byte[] bytesIn(String name, String hex) {
        var text = name.equals("x") ? with("x", "\"\n\"") : replaced(name, "\"\n\"");
        var at = text.indexOf('\n');
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(HexFormat.of().parseHex(hex));
        bytes.writeBytes(text.substring(at + 1).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static String object(int members, IntFunction<String> member) {
        return IntStream.range(0, members).mapToObj(member).collect(Collectors.joining(",", "{", "}"));
    }

    /** The {@code number}th text of so many pieces, each one of two with the same hash. */
    private static String colliding(int number, int pieces, String zero, String one) {
        return IntStream.range(0, pieces)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? zero : one)
                .collect(Collectors.joining());
    }

    private static String fullWidth(String digits) {
        return digits.chars()
                .mapToObj(digit -> Character.toString('\uff10' + digit - '0'))
                .collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }

    private static String printable(String text) {
        return text.chars()
                .mapToObj(c -> c >= ' ' && c < 0x7f ? Character.toString(c) : "<%04x>".formatted(c))
                .collect(Collectors.joining());
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 20) + "… (" + text.length() + " characters)";
    }

    private void accepted(String name, String body) {
        add(name, body.getBytes(StandardCharsets.UTF_8), 202, NO_ERROR);
    }

    private void malformed(String name, String body) {
        add(name, body.getBytes(StandardCharsets.UTF_8), 400, NO_ERROR);
    }

    private void tooLarge(String name, String body) {
        add(name, body.getBytes(StandardCharsets.UTF_8), 413, NO_ERROR);
    }

    private void refused(String name, String body, String error) {
        add(name, body.getBytes(StandardCharsets.UTF_8), 422, error);
    }

    private void add(String name, byte[] body, int status, String error) {
        all.add(new Pitfall(name, body, status, error));
    }
}
