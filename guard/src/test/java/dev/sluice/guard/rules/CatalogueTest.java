package dev.sluice.guard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.guard.rule.Finding;
import dev.sluice.guard.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The catalogue")
class CatalogueTest {

    static Stream<Example> examples() {
        return Catalogue.ALL.stream().flatMap(Example::of);
    }

    static List<Rule> rules() {
        return Catalogue.ALL;
    }

    @ParameterizedTest
    @MethodSource("examples")
    @DisplayName("an example is read whole, and what it is named is what its rule says")
    void exampleIsWhatItsNameSays(Example example) {
        assertThat(example.read())
                .allSatisfy(each -> assertThat(each.graph().unreadable()).isEmpty());
        assertThat(example.read().stream().flatMap(each -> each.graph().resources().stream()))
                .isNotEmpty();
        var found = example.found();
        if (example.is("failing")) {
            assertThat(found).anyMatch(Finding::isBroken);
        } else if (example.is("passing")) {
            assertThat(found).isEmpty();
        } else {
            assertThat(example.is("open")).as("a kind of example").isTrue();
            assertThat(found).isNotEmpty().noneMatch(Finding::isBroken);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("a rule has its smallest failing and its smallest passing resource")
    void ruleHasBothExamples(Rule rule) {
        assertThat(Example.of(rule)).anyMatch(example -> example.is("failing"));
        assertThat(Example.of(rule)).anyMatch(example -> example.is("passing"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("a rule's id is its package and its class")
    void idIsPackageAndClass(Rule rule) {
        var type = rule.getClass();
        var service = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
        var words =
                type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        assertThat(rule.card().id()).isEqualTo(service + "-" + words);
        assertThat(rule.card().reference()).startsWith("https://");
    }

    @Test
    @DisplayName("no two rules have one id")
    void idsAreDifferent() {
        assertThat(Catalogue.ALL.stream().map(rule -> rule.card().id())).doesNotHaveDuplicates();
    }
}
