package dev.sluice.guard.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("An expression")
class ExpressionsTest {

    static Stream<Arguments> isWorkedOut() {
        return Table.of("""
                1 + 2 * 3 ⇒ 7
                (1 + 2) * 3 ⇒ 9
                10 - 2 - 3 ⇒ 5
                10 / 4 ⇒ 2.5
                10 % 4 ⇒ 2
                2 * 0.5 ⇒ 1
                1e3 ⇒ 1000
                1.50 ⇒ 1.5
                -1 ⇒ -1
                - -1 ⇒ 1
                -(1 + 1) ⇒ -2
                1 / 0 ⇒ null
                1 % 0 ⇒ null
                "5" + 1 ⇒ 6
                1 < 2 ⇒ true
                2 <= 1 ⇒ false
                2 > 1 ⇒ true
                2 >= 3 ⇒ false
                1 == 1.0 ⇒ true
                1 != 1 ⇒ false
                "a" == "a" ⇒ true
                "a" == "b" ⇒ false
                [1.0] == [1] ⇒ true
                [1] == [2] ⇒ false
                {a = 1} == {a = 1} ⇒ true
                null == null ⇒ true
                null == "a" ⇒ false
                "a" != null ⇒ true
                a.b == a.b ⇒ true
                !true ⇒ false
                !"false" ⇒ true
                true && false ⇒ false
                true && true ⇒ true
                false || true ⇒ true
                false || false ⇒ false
                false && a.b ⇒ false
                a.b && false ⇒ false
                true || a.b ⇒ true
                a.b || true ⇒ true
                1 < 2 && 2 < 3 ⇒ true
                true ? "yes" : "no" ⇒ "yes"
                false ? "yes" : "no" ⇒ "no"
                false ? 1 : false ? 2 : 3 ⇒ 3
                a.b ? "same" : "same" ⇒ "same"
                true ? a.b : a.c ⇒ "${a.b}"
                [1, "a", true, null] ⇒ [1,"a",true,null]
                [1, 2,] ⇒ [1,2]
                [] ⇒ []
                {a = 1, b = 2} ⇒ {"a":1,"b":2}
                {a: 1, "b": 2} ⇒ {"a":1,"b":2}
                {a = 1, a = 2} ⇒ {"a":2}
                {(a.b) = 1} ⇒ {"${a.b}":1}
                {("x") = 1} ⇒ {"x":1}
                {1 = 2} ⇒ {"1":2}
                {for = 1} ⇒ {"for":1}
                {if = 1} ⇒ {"if":1}
                {} ⇒ {}
                [1, 2, 3][1] ⇒ 2
                [1, 2, 3].1 ⇒ 2
                [[1, 2], [3]].0.1 ⇒ 2
                [1, 2, 3][3] ⇒ null
                [1, 2, 3][-1] ⇒ null
                [1, 2, 3][0.5] ⇒ null
                [1, 2, 3][4294967296] ⇒ null
                [1, 2, 3]["x"] ⇒ null
                [1, 2, 3].x ⇒ null
                {a = {b = 1}}.a.b ⇒ 1
                {a = 1}["a"] ⇒ 1
                {a = 1}["b"] ⇒ null
                {"1" = "x"}[1] ⇒ "x"
                "text".a ⇒ null
                (1).a ⇒ null
                true.a ⇒ null
                null.a ⇒ null
                [{a = 1}, {a = 2}][*].a ⇒ [1,2]
                [{a = 1}, {a = 2}].*.a ⇒ [1,2]
                [{a = [1]}, {a = [2]}][*].a[0] ⇒ [1,2]
                [{a = [1]}, {a = [2]}].*.a[0] ⇒ [1]
                {a = 1}[*].a ⇒ [1]
                null[*].a ⇒ []
                [[1, 2], [3]][*][*] ⇒ [[1,2],[3]]
                [for x in [1, 2] : x * 2] ⇒ [2,4]
                [for i, x in ["a", "b"] : "${i}${x}"] ⇒ ["0a","1b"]
                [for x in [1, 2, 3] : x if x > 1] ⇒ [2,3]
                [for k, v in {a = 1, b = 2} : "${k}=${v}"] ⇒ ["a=1","b=2"]
                {for k, v in {a = 1} : v => k} ⇒ {"1":"a"}
                {for x in ["a", "bb", "c"] : length(x) => x...} ⇒ {"1":["a","c"],"2":["bb"]}
                {for x in ["a", "b"] : x => 1 if x != "a"} ⇒ {"b":1}
                {for k, v in {a = 1, b = a.b} : k => v} ⇒ {"a":1,"b":"${a.b}"}
                [for x in [1] : [for y in [2] : x + y]] ⇒ [[3]]
                "a${1}b" ⇒ "a1b"
                "${1}" ⇒ 1
                "${true}" ⇒ true
                "${"a"}" ⇒ "a"
                "${[1]}" ⇒ [1]
                "x-${null}" ⇒ "x-"
                "${"${"deep"}"}" ⇒ "deep"
                "${"}"}" ⇒ "}"
                "${{a = "}"}.a}x" ⇒ "}x"
                "$${a.b}" ⇒ "${a.b}"
                "%%{if}" ⇒ "%{if}"
                "a%{ if true }b%{ endif }c" ⇒ "abc"
                "a%{ if 1 > 2 }b%{ else }d%{ endif }c" ⇒ "adc"
                "%{ if false }b%{ endif }" ⇒ ""
                "%{ if true }%{ if false }a%{ else }b%{ endif }%{ else }c%{ endif }" ⇒ "b"
                "%{ for x in ["a", "b"] }<${x}>%{ endfor }" ⇒ "<a><b>"
                "%{ for i, x in ["a", "b"] }%{ if i > 0 },%{ endif }${x}%{ endfor }" ⇒ "a,b"
                "%{ for x in [] }a%{ endfor }" ⇒ ""
                "a %{~ if true ~} b %{~ endif ~} c" ⇒ "abc"
                "a ${~ "b" ~} c" ⇒ "abc"
                "${a.b}-c" == "" ⇒ false
                "a $ b % c" ⇒ "a $ b % c"
                "$" ⇒ "$"
                "\\\\" ⇒ "\\\\"
                "a\\"b" ⇒ "a\\"b"
                "tab\\tline\\nreturn\\r" ⇒ "tab\\tline\\nreturn\\r"
                "\\u00e9" ⇒ "é"
                "\\U0001F914" ⇒ "🤔"
                "\\"${a.b}\\" $${c}" ⇒ "\\"${a.b}\\" ${c}"
                "${a.b}-x" ⇒ "${a.b}-x"
                "${~ "a" ~}" ⇒ "a"
                a.b.c ⇒ "${a.b.c}"
                a.b[0].c ⇒ "${a.b.0.c}"
                a.b["k"] ⇒ "${a.b.k}"
                a /* between */ . b ⇒ "${a.b}"
                a # behind ⇒ "${a}"
                a // behind ⇒ "${a}"
                a /*/ still inside */ ⇒ "${a}"
                lower(upper("aB")) ⇒ "ab"
                lower("A",) ⇒ "a"
                max([1, 5]...) ⇒ 5
                """);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource
    @DisplayName("is worked out as HCL's specification says")
    void isWorkedOut(String expression, String result) {
        assertThat(Worked.json(expression)).isEqualTo(result);
    }

    @Test
    @DisplayName("may go over several lines")
    void lines() {
        assertThat(Worked.json("""

                true
                  ? {
                      # a comment
                      a = 1 // another
                      b = [
                        1,
                        2, /* and
                        a third */
                      ]
                      c = (
                        1
                        + 2
                      )
                    }
                  : null

                """)).isEqualTo("{\"a\":1,\"b\":[1,2],\"c\":3}");
        assertThat(Worked.json("merge(\n{\na = 1\n},\n{\nb = 2\n}\n)")).isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(Worked.json("[\nfor x in [\n1\n] :\nx\nif true\n]")).isEqualTo("[1]");
        assertThat(Worked.json("{\nfor x in [1] :\nx\n=>\nx...\n}")).isEqualTo("{\"1\":[1]}");
        assertThat(Worked.json("concat(\n[1],\n[[2]]...\n)")).isEqualTo("[1,2]");
        assertThat(Worked.json("{ a = 1\r\n b = 2\r\n}")).isEqualTo("{\"a\":1,\"b\":2}");
    }

    @Test
    @DisplayName("may be a heredoc, whose quotes, braces and backslashes are what they are")
    void heredocs() {
        assertThat(Worked.json("<<EOT\nhello\n  \"${a.b}\" \\n }\nEOT"))
                .isEqualTo("\"hello\\n  \\\"${a.b}\\\" \\\\n }\\n\"");
        assertThat(Worked.json("<<EOT\nEOT")).isEqualTo("\"\"");
        assertThat(Worked.json("[<<A\none\nA\n, <<B\ntwo\nB\n]")).isEqualTo("[\"one\\n\",\"two\\n\"]");
        assertThat(Worked.json("\"${<<EOT\nan odd \" and }\nEOT\n}!\"")).isEqualTo("\"an odd \\\" and }\\n!\"");
    }

    @Test
    @DisplayName("may be an indented heredoc, which loses the space that all of its lines begin with")
    void indentedHeredocs() {
        assertThat(Worked.json("<<-EOT\n    hello\n      world \n\n    EOT")).isEqualTo("\"hello\\n  world \\n\\n\"");
        assertThat(Worked.json("<<-EOT\n  a\nb\n  EOT")).isEqualTo("\"  a\\nb\\n\"");
    }

    @Test
    @DisplayName("may have comments in an interpolation that would close it otherwise")
    void comments() {
        assertThat(Worked.json("\"${a.b # }\n}x\"")).isEqualTo("\"${a.b}x\"");
        assertThat(Worked.json("\"${a.b // \"}\n}x\"")).isEqualTo("\"${a.b}x\"");
        assertThat(Worked.json("\"${a.b /* }\" */ }x\"")).isEqualTo("\"${a.b}x\"");
    }

    static Stream<String> cannotBeTold() {
        return Stream.of(
                "!a.b",
                "-a.b",
                "1 + a.b",
                "a.b < 1",
                "a.b == 1",
                "a.b != a.c",
                "true && a.b",
                "false || a.b",
                "[a.b] == [1]",
                "a.b ? 1 : 2",
                "{(sha1(a.b)) = 1, x = a.b}",
                "[for x in a.b : x]",
                "[for x in [a.b] : x if x == 1]",
                "{for x in [a.b] : sha1(x) => x}",
                "a.b[*].c",
                "sha1(a.b)[*]",
                "sha1(a.b)[0]",
                "sha1(a.b).x",
                "[1, a.b][a.b]",
                "{x = a.b}[a.b]",
                "a.b[a.b]",
                "sha1(a.b) == sha1(a.b)",
                "[sha1(a.b)] == [sha1(a.b)]",
                "\"%{ if a.b }x%{ endif }\"",
                "\"%{ for x in a.b }x%{ endfor }\"");
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("that needs what only a deploy tells is unknown, and leads to what it is made of")
    void cannotBeTold(String expression) {
        var value = Worked.value(expression);
        assertThat(value.isKnown()).isFalse();
        assertThat(value.references())
                .extracting(reference -> reference.toString().replace("~", "").substring(0, 3))
                .contains("a.b");
    }

    @Test
    @DisplayName("with a name of its own surroundings means that one, and not what is outside")
    void names() {
        var each = new Value.Fields(Map.of("key", Value.text("eu"), "value", Value.number(1)));
        var names = Names.NONE.with("each", each);
        assertThat(Worked.value("\"${each.key}-${each.value}\"", names)).isEqualTo(Value.text("eu-1"));
        assertThat(Worked.json(Worked.value("[for each in [5] : each]", names))).isEqualTo("[5]");
    }

    @Test
    @DisplayName("with what a text cannot hold has something unknown there")
    void unknownInText() {
        assertThat(Worked.json("\"x-${[a.b]}\"")).isEqualTo("\"x-${a.b~}\"");
        assertThat(Worked.json("\"x-${{k = a.b}}\"")).isEqualTo("\"x-${a.b~}\"");
        assertThat(Worked.json("\"x-${sha1(a.b)}-${sha1(sha1(a.b))}\"")).isEqualTo("\"x-${a.b~}-${a.b~}\"");
        assertThat(Worked.json("\"x-${[]}\"")).isEqualTo("\"x-${unknown}\"");
    }

    static Stream<String> hugeNumbers() {
        return Stream.of(
                "1e999 * 1e999",
                "1e999 + 1",
                "1e40 % 3",
                "1e-99 / 1e999",
                "tonumber(\"1e999999999\") + 1",
                "ceil(1e999)",
                "tostring(1e-99)",
                "sum([1e999, 1e-99])",
                "[0][1e999]",
                "range(1e999)",
                "range(0, 1e999, 1e-99)",
                "substr(\"abc\", 1e999, 1e999)",
                "element([0], 1e999)");
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("with numbers beyond reason comes to an end")
    void hugeNumbers(String expression) {
        assertThat(Worked.json(expression).length()).isLessThan(3_000);
    }

    @Test
    @DisplayName("that is not readable as a template is something unknown")
    void unreadable() {
        for (var text : List.of(
                "${",
                "${}",
                "${1 +}",
                "${a b}",
                "${a.}",
                "%{ else }",
                "%{ endif }",
                "%{ if true }",
                "%{ if true }%{ endfor }",
                "%{ for x in [] }%{ endif }",
                "%{ for in [1] }%{ endfor }",
                "%{ for a, b, c in [1] }%{ endfor }",
                "%{ while true }",
                "${\"}",
                "x ${[1}",
                "%{ if }")) {
            assertThat(Worked.evaluation().template(text, Names.NONE).isKnown()).isFalse();
        }
    }
}
