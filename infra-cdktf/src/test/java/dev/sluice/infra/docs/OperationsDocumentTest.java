package dev.sluice.infra.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.infra.Synthesized;
import dev.sluice.infra.alarm.Alarm;
import dev.sluice.infra.alarm.Alarms;
import dev.sluice.infra.alarm.Kind;
import dev.sluice.infra.settings.Preset;
import dev.sluice.infra.settings.Settings;
import java.util.EnumSet;
import java.util.HashMap;
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

    /** A row of the tables of alarms: its name, and when it goes off. */
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\| .* (?:within|in a row)");

    @Test
    void itsAlarmsAreThoseOfTheCode() {
        PAGE.is(OperationsDocument.of(PAGE.text()));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindHasOneHeading(Kind kind) {
        assertThat(OperationsDocument.of(PAGE.text()).lines().filter(("### " + kind.words())::equals))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void everyAlarmThatIsDeployedIsInTheRunbookUnderTheHeadingThatItNames(Preset preset) {
        var headings = headings();

        stacks(preset)
                .forEach(stack -> assertThat(
                                stack.all("aws_cloudwatch_metric_alarm").values())
                        .isNotEmpty()
                        .allSatisfy(alarm -> {
                            var name = bare(alarm.get("alarm_name").asText(), preset);
                            assertThat(headings).containsKey(name);
                            assertThat(alarm.get("alarm_description").asText())
                                    .contains('"' + headings.get(name) + '"');
                        }));
    }

    @Test
    void noAlarmOfTheRunbookIsOneThatNoPresetDeploys() {
        var deployed = Stream.of(Preset.values())
                .flatMap(preset -> stacks(preset)
                        .flatMap(stack -> stack.all("aws_cloudwatch_metric_alarm").values().stream())
                        .map(alarm -> bare(alarm.get("alarm_name").asText(), preset)))
                .collect(Collectors.toSet());

        assertThat(headings().keySet()).isEqualTo(deployed);
    }

    @Test
    void productionHasAnAlarmOfEveryKindAndEachUnderAnotherName() {
        var settings = Settings.of(Map.of(Settings.SUFFIX_VARIABLE, "prod"));
        var alarms = Stream.concat(
                        Alarms.ofTransactions(settings, "api", "v1").stream(), Alarms.ofCompliance(settings).stream())
                .toList();

        assertThat(alarms.stream().map(Alarm::kind).collect(Collectors.toSet())).isEqualTo(EnumSet.allOf(Kind.class));
        assertThat(alarms).extracting(Alarm::name).doesNotHaveDuplicates();
    }

    @Test
    void everyDeployedNameThatItMentionsIsOne() {
        var deployed = stacks(Preset.DEV)
                .map(stack -> stack.json().toString())
                .map(json -> json.replace("${data.aws_caller_identity.current.account_id}", "ACCOUNT"))
                .flatMap(json -> Pattern.compile("sluice-[A-Za-z-]+-" + Preset.DEV.word())
                        .matcher(json)
                        .results()
                        .map(MatchResult::group))
                .map(name -> name.replaceFirst(Preset.DEV.word() + "$", "SUFFIX"))
                .collect(Collectors.toSet());
        // What stands for a function's or an alarm's name.
        deployed.add("sluice-NAME-SUFFIX");

        assertThat(Pattern.compile("sluice-[A-Za-z-]+-SUFFIX")
                        .matcher(PAGE.text())
                        .results()
                        .map(MatchResult::group))
                .isSubsetOf(deployed);
    }

    private static Stream<Synthesized> stacks(Preset preset) {
        return Stream.of(Synthesized.of(preset.word(), "{}"), Synthesized.ofCompliance(preset.word(), "{}"));
    }

    /** By the alarm's name, the heading of the page that its row stands under. */
    private static Map<String, String> headings() {
        var all = new HashMap<String, String>();
        var heading = "";
        for (var line : PAGE.text().lines().toList()) {
            if (line.startsWith("### ")) {
                heading = line.substring("### ".length());
            }
            var row = ROW.matcher(line);
            if (row.find()) {
                assertThat(all.put(row.group(1), heading)).as(line).isNull();
            }
        }
        return all;
    }

    private static String bare(String alarm, Preset preset) {
        return alarm.replaceFirst("^sluice-", "").replaceFirst("-" + preset.word() + "$", "");
    }
}
