package dev.sluice.guard.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Most rows are the examples of Terraform's own documentation of a function. */
@DisplayName("A function of Terraform")
class FunctionsTest {

    static Stream<Arguments> documented() {
        return Table.of("""
                lower("HELLO") ⇒ "hello"
                upper("hello") ⇒ "HELLO"
                title("hello world") ⇒ "Hello World"
                trimspace("  hello\\n\\n") ⇒ "hello"
                chomp("hello\\n") ⇒ "hello"
                chomp("hello\\r\\n") ⇒ "hello"
                chomp("hello\\n\\n") ⇒ "hello"
                chomp("a\\nb") ⇒ "a\\nb"
                trimprefix("helloworld", "hello") ⇒ "world"
                trimprefix("helloworld", "cat") ⇒ "helloworld"
                trimsuffix("helloworld", "world") ⇒ "hello"
                trimsuffix("helloworld", "cat") ⇒ "helloworld"
                startswith("hello world", "hello") ⇒ true
                startswith("hello world", "world") ⇒ false
                endswith("hello world", "world") ⇒ true
                endswith("hello world", "hello") ⇒ false
                strcontains("hello world", "wor") ⇒ true
                strcontains("hello world", "wod") ⇒ false
                replace("1 + 2 + 3", "+", "-") ⇒ "1 - 2 - 3"
                substr("hello world", 1, 4) ⇒ "ello"
                substr("hello world", -5, -1) ⇒ "world"
                substr("hello world", 6, 10) ⇒ "world"
                substr("🤔🤷", 0, 1) ⇒ "🤔"
                substr("abc", 4294967297, 1) ⇒ ""
                substr("abc", -4294967297, 1) ⇒ "a"
                split(",", "foo,bar,baz") ⇒ ["foo","bar","baz"]
                split(",", "foo") ⇒ ["foo"]
                split(",", "") ⇒ [""]
                join("-", ["foo", "bar", "baz"]) ⇒ "foo-bar-baz"
                join(", ", ["foo"]) ⇒ "foo"
                join(",", ["", "a"]) ⇒ ",a"
                join(",", ["a"], ["b", 1, true]) ⇒ "a,b,1,true"
                join(",", []) ⇒ ""
                format("Hello, %s!", "Ander") ⇒ "Hello, Ander!"
                format("There are %d lights", 4) ⇒ "There are 4 lights"
                format("%v %% %q", true, "x") ⇒ "true % \\"x\\""
                concat(["a", ""], ["b", "c"]) ⇒ ["a","","b","c"]
                flatten([["a", "b"], [], ["c"]]) ⇒ ["a","b","c"]
                flatten([[["a", "b"], []], ["c"]]) ⇒ ["a","b","c"]
                compact(["a", "", "b", null, "c"]) ⇒ ["a","b","c"]
                distinct(["a", "b", "a", "c", "d", "b"]) ⇒ ["a","b","c","d"]
                toset(["a", "b", "b"]) ⇒ ["a","b"]
                tolist(["a", "b"]) ⇒ ["a","b"]
                reverse([1, 2, 3]) ⇒ [3,2,1]
                sort(["e", "d", "a", "x"]) ⇒ ["a","d","e","x"]
                setunion(["a", "b"], ["b", "c"], ["d"]) ⇒ ["a","b","c","d"]
                setsubtract(["a", "b", "c"], ["a", "c"]) ⇒ ["b"]
                element(["a", "b", "c"], 1) ⇒ "b"
                element(["a", "b", "c"], 3) ⇒ "a"
                element(["a", "b", "c"], -1) ⇒ "c"
                element(["a", "b", "c"], 4294967297) ⇒ "c"
                slice(["a", "b", "c", "d"], 1, 3) ⇒ ["b","c"]
                one([]) ⇒ null
                one(["hello"]) ⇒ "hello"
                length([]) ⇒ 0
                length(["a", "b"]) ⇒ 2
                length({"a" = "b"}) ⇒ 1
                length("hello") ⇒ 5
                length("🤔🤷") ⇒ 2
                contains(["a", "b", "c"], "a") ⇒ true
                contains(["a", "b", "c"], "d") ⇒ false
                coalesce("a", "b") ⇒ "a"
                coalesce("", "b") ⇒ "b"
                coalesce(null, 1) ⇒ 1
                coalescelist(["a", "b"], ["c", "d"]) ⇒ ["a","b"]
                coalescelist([], ["c", "d"]) ⇒ ["c","d"]
                alltrue(["true", true]) ⇒ true
                alltrue([true, false]) ⇒ false
                alltrue([]) ⇒ true
                anytrue([true, false]) ⇒ true
                anytrue([]) ⇒ false
                range(3) ⇒ [0,1,2]
                range(1, 4) ⇒ [1,2,3]
                range(1, 8, 2) ⇒ [1,3,5,7]
                range(1, 4, 0.5) ⇒ [1,1.5,2,2.5,3,3.5]
                range(4, 1) ⇒ [4,3,2]
                range(10, 5, -2) ⇒ [10,8,6]
                range(-3) ⇒ [0,-1,-2]
                range(2, 2) ⇒ []
                merge({a="b", c="d"}, {e="f", c="z"}) ⇒ {"a":"b","c":"z","e":"f"}
                merge({a="b"}, null) ⇒ {"a":"b"}
                merge() ⇒ {}
                lookup({a="ay", b="bee"}, "a", "what?") ⇒ "ay"
                lookup({a="ay", b="bee"}, "c", "what?") ⇒ "what?"
                lookup({a="ay"}, "c") ⇒ null
                keys({a=1, c=2, d=3}) ⇒ ["a","c","d"]
                keys({d=1, a=2}) ⇒ ["a","d"]
                values({a=3, c=2, b=1}) ⇒ [3,1,2]
                zipmap(["a", "b"], [1, 2]) ⇒ {"a":1,"b":2}
                tomap({a = 1}) ⇒ {"a":1}
                max(12, 54, 3) ⇒ 54
                min(12, 54, 3) ⇒ 3
                min([12, 54, 3]...) ⇒ 3
                sum([10, 13, 6, 4.5]) ⇒ 33.5
                abs(-12.4) ⇒ 12.4
                ceil(5.1) ⇒ 6
                floor(4.9) ⇒ 4
                tostring(1) ⇒ "1"
                tostring(true) ⇒ "true"
                tostring("hello") ⇒ "hello"
                tonumber("1") ⇒ 1
                tonumber(1) ⇒ 1
                tobool("true") ⇒ true
                sensitive("a") ⇒ "a"
                nonsensitive(sensitive("a")) ⇒ "a"
                jsonencode({"hello"="world"}) ⇒ "{\\"hello\\":\\"world\\"}"
                jsondecode("{\\"hello\\": \\"world\\"}") ⇒ {"hello":"world"}
                jsondecode("true") ⇒ true
                core::lower("A") ⇒ "a"
                try(null, "a") ⇒ null
                try({}.a, "a") ⇒ "a"
                try({}.a) ⇒ null
                can({a = 1}.a) ⇒ true
                can({}.a) ⇒ false
                can() ⇒ false
                file("plain.txt") ⇒ "as it is"
                templatefile("hello.txt", {name = "Jodie"}) ⇒ "Hello, Jodie!\\n"
                """);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource
    @DisplayName("does what its documentation says")
    void documented(String expression, String result) {
        assertThat(Worked.json(expression)).isEqualTo(result);
    }

    static Stream<String> cannotBeTold() {
        return Stream.of(
                "lower(a.b.c)",
                "trimprefix(a.b.c, \"x\")",
                "startswith(a.b.c, \"x\")",
                "replace(a.b.c, \"a\", \"b\")",
                "replace(\"${a.b.c}\", \"/a+/\", \"b\")",
                "substr(a.b.c, 0, 3)",
                "split(\",\", a.b.c)",
                "join(\",\", a.b.c)",
                "join(\",\", [[a.b.c]])",
                "join(1, [a.b.c])",
                "format(\"%05d\", a.b.c)",
                "format(a.b.c, 1)",
                "format(\"%q\", \"\\\"${a.b.c}\")",
                "concat([1], a.b.c)",
                "flatten([[1], lower(a.b.c)])",
                "compact([a.b.c, \"\"])",
                "distinct(a.b.c)",
                "sort([a.b.c, \"x\"])",
                "setunion([1], a.b.c)",
                "setsubtract([1], [a.b.c])",
                "element(a.b.c, 0)",
                "element([a.b.c, 1], 0.5)",
                "slice([1, a.b.c], 1, 5)",
                "slice([a.b.c], 0.5, 1)",
                "slice([a.b.c], -1, 1)",
                "one([1, a.b.c])",
                "length(a.b.c)",
                "length(\"${a.b.c}-x\")",
                "contains(a.b.c, 1)",
                "contains([a.b.c], 1)",
                "contains([1], a.b.c)",
                "coalesce(lower(a.b.c), 1)",
                "coalescelist(a.b.c, [1])",
                "alltrue([true, a.b.c])",
                "anytrue([false, a.b.c])",
                "range(a.b.c)",
                "merge({}, a.b.c)",
                "lookup(a.b.c, \"x\")",
                "lookup({x = a.b.c}, lower(a.b.c))",
                "keys(a.b.c)",
                "values(a.b.c)",
                "zipmap([\"x\"], a.b.c)",
                "zipmap([\"x\", \"y\"], [a.b.c])",
                "zipmap([a.b.c], [1])",
                "max(1, a.b.c)",
                "sum(a.b.c)",
                "abs(a.b.c)",
                "jsondecode(a.b.c)",
                "jsondecode(\"${a.b.c} is no JSON\")",
                "sha256(a.b.c)",
                "provider::aws::arn_parse(a.b.c)",
                "cidrsubnet(a.b.c, 8, 1)",
                "tostring(a.b.c, 1)",
                "tonumber(a.b.c, 1)",
                "tobool(a.b.c, 1)",
                "tomap(a.b.c, 1)",
                "jsonencode(a.b.c, 1)",
                "sensitive(a.b.c, 1)",
                "can(lower(a.b.c))",
                "concat([1], a.b.c...)",
                "templatefile(\"gone.txt\", {x = a.b.c})");
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("yields something unknown that leads to what it is made of")
    void cannotBeTold(String expression) {
        var value = Worked.value(expression);
        assertThat(value.isKnown()).isFalse();
        assertThat(value.isOpen()).isTrue();
        assertThat(value.references())
                .extracting(reference -> reference.toString().replace("~", ""))
                .containsExactly("a.b.c");
    }

    static Stream<Arguments> keepsWhatIsUnknown() {
        return Table.of("""
                join("-", ["x", a.b.c]) ⇒ "x-${a.b.c}"
                format("%s/%s", a.b.c, "y") ⇒ "${a.b.c}/y"
                tostring(a.b.c) ⇒ "${a.b.c}"
                tonumber(a.b.c) ⇒ "${a.b.c}"
                tobool(a.b.c) ⇒ "${a.b.c}"
                coalesce(a.b.c, "y") ⇒ "${a.b.c}"
                reverse([1, a.b.c]) ⇒ ["${a.b.c}",1]
                merge({x = a.b.c}, {y = 1}) ⇒ {"x":"${a.b.c}","y":1}
                contains([1, a.b.c], 1) ⇒ true
                alltrue([a.b.c, false]) ⇒ false
                anytrue([a.b.c, true]) ⇒ true
                jsondecode(jsonencode({x = a.b.c})) ⇒ {"x":"${a.b.c}"}
                jsondecode("{\\"x\\": ${a.b.c}}") ⇒ {"x":"${a.b.c}"}
                templatefile("hello.txt", {name = a.b.c}) ⇒ "Hello, ${a.b.c}!\\n"
                try(a.b.c, "y") ⇒ "${a.b.c}"
                """);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource
    @DisplayName("that only puts things together keeps what is unknown in its place")
    void keepsWhatIsUnknown(String expression, String result) {
        assertThat(Worked.json(expression)).isEqualTo(result);
    }

    static Stream<String> wrongly() {
        return Stream.of(
                "format(\"%d\")",
                "format(\"100%\")",
                "format(\"%z\", 1)",
                "format(\"%s\", [1])",
                "range()",
                "range(1, 2, 3, 4)",
                "range(1, 5, -1)",
                "range(0, 2000000000)",
                "range(0, 1, 1e-30)",
                "replace(\"a\", \"\", \"b\")",
                "split(\"\", \"abc\")",
                "element([], 0)",
                "join()",
                "file()",
                "file(\"gone.txt\")",
                "templatefile(\"hello.txt\")",
                "nobody_knows_this()");
    }

    @ParameterizedTest
    @MethodSource
    @DisplayName("called wrongly, or for more than there can be, yields something unknown")
    void wrongly(String expression) {
        assertThat(Worked.json(expression)).isEqualTo("\"${unknown}\"");
    }
}
