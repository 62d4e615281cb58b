package dev.sluice.compliance.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.compliance.repair.Repairs;
import dev.sluice.compliance.rule.Rules;
import dev.sluice.guard.rule.Card;
import dev.sluice.guard.rule.Rule;
import dev.sluice.guard.suppress.Notices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The runbook of findings")
class RunbookTest {

    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path ENTRIES = MODULE.resolve("src/main/resources/dev/sluice/compliance/runbook");
    private static final Pattern SOURCE = Pattern.compile("`(\\w+)\\.java`");
    private static final Pattern REPAIRED =
            Pattern.compile("remediator\\s+(?:repairs|adds)\\b|repaired\\s+by\\s+the\\s+remediator");
    private static final Pattern COMMAND = Pattern.compile("(?m)^(aws |cd |url=\\$\\(aws |grep |cat |jq |\\./sluice )");

    /** Whatever a scan can find: of the environment, and of what somebody decided to live with. */
    static List<String> rules() {
        return Stream.concat(Rules.ALL.stream().map(Rule::card), Notices.CARDS.stream())
                .map(Card::id)
                .toList();
    }

    @Test
    @DisplayName("has an entry for every rule, and none for a rule that is not there")
    void everyRuleHasOne() throws IOException {
        try (var files = Files.list(ENTRIES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            rules().stream().map(id -> id + ".md").toList());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("says all four of it, shows a command, and says no more than somebody who was woken reads")
    void entryIsWhole(String rule) {
        var entry = Runbook.of(rule).orElseThrow();

        assertThat(entry.parts()).allSatisfy(part -> assertThat(part).hasSizeBetween(20, 1_500));
        assertThat(entry.lookAt()).containsPattern(COMMAND);
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("names no source file that is not there")
    void sourcesAreThere(String rule) throws IOException {
        var named = Runbook.of(rule).orElseThrow().parts().stream()
                .flatMap(part -> SOURCE.matcher(part).results().map(MatchResult::group))
                .map(name -> name.replace("`", ""))
                .toList();
        var there = new HashSet<String>();
        for (var module : List.of("blueprint", "infra-cdktf")) {
            try (var files = Files.walk(MODULE.resolveSibling(module).resolve("src/main/java"))) {
                files.forEach(file -> there.add(file.getFileName().toString()));
            }
        }
        assertThat(there).containsAll(named);
    }

    @ParameterizedTest
    @MethodSource("rules")
    @DisplayName("says that the remediator repairs what it repairs, and nothing else")
    void repairsAreThose(String rule) {
        assertThat(REPAIRED.matcher(Runbook.of(rule).orElseThrow().act()).find())
                .isEqualTo(Repairs.answering(rule).isPresent());
    }

    @Test
    @DisplayName("says nothing twice: what a finding means and what to do about it is its own")
    void noTwoEntriesAreAlike() {
        var entries =
                rules().stream().map(rule -> Runbook.of(rule).orElseThrow()).toList();

        assertThat(entries).extracting(Entry::means).doesNotHaveDuplicates();
        assertThat(entries).extracting(Entry::act).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("has nothing to say of what is no rule, whatever it is called")
    void noEntryForOthers() {
        assertThat(Runbook.of("lambda-no-such-rule")).isEmpty();
        assertThat(Runbook.of("../rule/Rules")).isEmpty();
        assertThat(Runbook.of("")).isEmpty();
    }

    @Test
    @DisplayName("reads an entry by its headings, in their order")
    void readsByHeadings() {
        var text = """
                ## What it means

                M

                ## What to look at

                L

                ## What to do

                D

                ## How to know that it is over

                O
                """;

        assertThat(Entry.read(text)).isEqualTo(new Entry("M", "L", "D", "O"));
        assertThatThrownBy(() -> Entry.read(text.replace("## What to do\n", "")))
                .hasMessage("the entry lacks the heading \"What to do\"");
        assertThatThrownBy(() -> Entry.read("# First\n" + text)).hasMessageContaining("begins with something other");
        assertThatThrownBy(() -> Entry.read(text.replace("M", ""))).hasMessageContaining("blank");
    }
}
