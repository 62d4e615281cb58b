package dev.sluice.guard.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

class TemplateReaderProperties {

    private static final List<String> BEGINNINGS = List.of(
            "(",
            "[",
            "{",
            "!",
            "-",
            "f(",
            "${",
            "\"${",
            "a[",
            "a ? ",
            "[for x in ",
            "{for x in ",
            "a[*]",
            "a.*",
            "a.b",
            "1 + ",
            "{a = ",
            "%{ if ",
            "<<A\n",
            "a[0]",
            "x::y::",
            "\\",
            "$",
            "\"",
            "#",
            "/*",
            "a, ",
            "...",
            "a[*].b[*]",
            "[*]",
            ".*",
            ".a",
            "?",
            ":",
            "[0]");

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "${", "%{", "}", "$", "\"", "\\", "\n", "[", "]", "(", ")", "{", "for ", " in ", ":", "=>",
                        "if ", "a", "1", ".", "*", ",", "?", "=", "+", "!", "-", "<<A", "A", "#", "//", "/*", "*/",
                        "...", "::", "\\u00e9", "\\U", " ", "~", "é", "@")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2_000)
    void readsATextOrSaysThatItIsNone(@ForAll("texts") String text) {
        for (var whole : List.of(text, "${" + text + "}", "${\"" + text + "\"}")) {
            try {
                assertThat(TemplateReader.read(whole)).isInstanceOf(Expression.Template.class);
            } catch (NotAnExpression none) {
                assertThat(none).hasMessageMatching("[ -~]+");
            }
        }
    }

    @Example
    void endsHoweverDeepItIs() {
        for (var beginning : BEGINNINGS) {
            var deep = beginning.repeat(100_000);
            Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
                for (var text : List.of(deep, "${a" + deep + "}")) {
                    try {
                        TemplateReader.read(text);
                    } catch (NotAnExpression none) {
                        assertThat(none).hasMessageMatching("[ -~]+");
                    }
                }
            });
        }
    }

    @Example
    void saysWhyATextIsNoExpression() {
        for (var text : List.of(
                "a.",
                "a.+",
                "a b",
                "[1 2]",
                "{a}",
                "{a = 1 b = 2}",
                "f(1 2)",
                "(1",
                "1 +",
                "?",
                "[for x : 1]",
                "[for 1 in a : 1]",
                "[for x in a 1]",
                "{for x in a : 1}",
                "\"a",
                "<<A",
                "<<A\nb",
                "\"\\u00\"",
                "\"\\u00zz\"",
                "\"\\UFFFFFFFF\"",
                "\"\\u+041\"",
                "@",
                "1".repeat(101),
                "1e9999",
                "a ? b",
                "[for",
                "[for x, 1 in a : 1]")) {
            assertThatThrownBy(() -> ExpressionReader.read(text))
                    .as(text)
                    .isInstanceOf(NotAnExpression.class)
                    .hasMessageMatching("[ -~]+");
        }
    }

    @Example
    void readsAProvidersOwnFunction() throws NotAnExpression {
        assertThat(ExpressionReader.read("provider::aws::arn_parse(a)"))
                .isEqualTo(new Expression.Call("provider::aws::arn_parse", List.of(new Expression.Name("a")), false));
    }
}
