package dev.sluice.infra.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.blueprint.Function;
import dev.sluice.blueprint.Pipeline;
import dev.sluice.blueprint.Resource;
import dev.sluice.infra.TransactionsStack;
import dev.sluice.infra.alarm.Alarm;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.alarm.Kind;
import dev.sluice.infra.settings.Settings;
import java.util.EnumSet;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/operations.md} says what each alarm means, under the heading that the alarm's description names. */
class OperationsDocumentTest {

    private static final Page PAGE = new Page("operations.md");

    @Test
    void itsAlarmsAreThoseOfTheCode() {
        PAGE.is(OperationsDocument.of(Pipeline.BLUEPRINT, PAGE.text()));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasOneHeading(Kind kind) {
        assertThat(OperationsDocument.of(Pipeline.BLUEPRINT, PAGE.text())
                        .lines()
                        .filter(("### " + kind.words())::equals))
                .hasSize(1);
    }

    @Test
    void productionHasAnAlarmOfEveryKindAndEachUnderAnotherName() {
        var settings = Settings.of(Pipeline.BLUEPRINT, Map.of(Settings.SUFFIX_VARIABLE, "prod"));
        var alarms = new Alarms(settings).all("api", "v1");

        assertThat(alarms.stream().map(Alarm::kind).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(Kind.class));
        assertThat(alarms).extracting(Alarm::name).doesNotHaveDuplicates();
    }

    @Test
    void everyDeployedNameThatItMentionsIsOne() {
        var names = Stream.concat(
                        Stream.concat(
                                Pipeline.BLUEPRINT.functions().stream().map(Function::name),
                                Pipeline.BLUEPRINT.resources().stream().map(Resource::name)),
                        // The stack, and what stands for an alarm's name.
                        Stream.of(TransactionsStack.NAME, "NAME"))
                .map(name -> "sluice-" + name + "-SUFFIX")
                .toList();

        assertThat(Pattern.compile("sluice-[A-Za-z-]+-SUFFIX")
                        .matcher(PAGE.text())
                        .results()
                        .map(MatchResult::group))
                .isSubsetOf(names);
    }
}
