package dev.sluice.integration.sandbox.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.integration.sandbox.alarm.State.Standing;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmRuleTest {

    private static final State BEFORE = new State(Standing.OK, "it was");

    /** A datum above 1 breaches: {@code 0} does not, {@code X} does, {@code -} is none. */
    private static List<OptionalDouble> points(String drawn) {
        return drawn.replace(" ", "")
                .chars()
                .mapToObj(each -> switch (each) {
                    case '0' -> OptionalDouble.of(0);
                    case 'X' -> OptionalDouble.of(2);
                    default -> OptionalDouble.empty();
                })
                .toList();
    }

    private static String standing(int breaches, int periods, String drawn, MissingData missing, State before) {
        var rule = new AlarmRule(periods, breaches, Comparison.ABOVE, 1, missing);
        return rule.decide(points(drawn), before).standing().name();
    }

    /** "kept" is what AWS's tables call "Retain current state"; it is asked of both states that there can be. */
    private static void check(int breaches, String drawn, MissingData missing, String expected) {
        for (var before : List.of(BEFORE, new State(Standing.ALARM, "it was"))) {
            assertThat(standing(breaches, 3, drawn, missing, before))
                    .as("%s of 3, %s, missing data is %s", breaches, drawn, missing)
                    .isEqualTo(expected.equals("kept") ? before.standing().name() : expected);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0 - X - X, OK,                OK,    OK,    OK",
        "0 - - - -, OK,                OK,    OK,    OK",
        "- - - - 0, OK,                OK,    OK,    OK",
        "- - - - -, INSUFFICIENT_DATA, kept,  ALARM, OK",
        "0 X X - X, ALARM,             ALARM, ALARM, ALARM",
        "- - - - X, INSUFFICIENT_DATA, kept,  ALARM, OK",
        "- - X - -, ALARM,             kept,  ALARM, OK",
        "X - - - -, ALARM,             kept,  ALARM, OK"
    })
    void threeOfThreeAsInTheTableOfTheDocumentation(
            String drawn, String missing, String ignore, String breaching, String notBreaching) {
        check(3, drawn, MissingData.MISSING, missing);
        check(3, drawn, MissingData.IGNORE, ignore);
        check(3, drawn, MissingData.BREACHING, breaching);
        check(3, drawn, MissingData.NOT_BREACHING, notBreaching);
    }

    @ParameterizedTest
    @CsvSource({
        "0 - X - X, ALARM,             ALARM, ALARM, ALARM",
        "0 0 X 0 X, ALARM,             ALARM, ALARM, ALARM",
        "0 - X - -, OK,                OK,    ALARM, OK",
        "- - - - 0, OK,                OK,    ALARM, OK",
        "- - - - X, INSUFFICIENT_DATA, kept,  ALARM, OK",
        "- - - X -, ALARM,             kept,  ALARM, OK"
    })
    void twoOfThreeAsInTheTableOfTheDocumentation(
            String drawn, String missing, String ignore, String breaching, String notBreaching) {
        check(2, drawn, MissingData.MISSING, missing);
        check(2, drawn, MissingData.IGNORE, ignore);
        check(2, drawn, MissingData.BREACHING, breaching);
        check(2, drawn, MissingData.NOT_BREACHING, notBreaching);
    }

    @ParameterizedTest
    @CsvSource({"1, 0X0, ALARM", "2, 0X0, OK", "2, X0X, ALARM", "3, X0X, OK", "3, XXX, ALARM", "1, XX000, OK"})
    void onlyTheLastPeriodsCount(int breaches, String drawn, String expected) {
        assertThat(standing(breaches, 3, drawn, MissingData.MISSING, BEFORE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ABOVE, false, false, true",
        "AT_OR_ABOVE, false, true, true",
        "BELOW, true, false, false",
        "AT_OR_BELOW, true, true, false"
    })
    void aThresholdIsWhereItIs(Comparison comparison, boolean below, boolean at, boolean above) {
        assertThat(comparison.breaches(Math.nextDown(0.1), 0.1)).isEqualTo(below);
        assertThat(comparison.breaches(0.1, 0.1)).isEqualTo(at);
        assertThat(comparison.breaches(Math.nextUp(0.1), 0.1)).isEqualTo(above);
    }

    @ParameterizedTest
    @CsvSource({
        "GreaterThanThreshold, ABOVE, 2.0 > 1.0",
        "GreaterThanOrEqualToThreshold, AT_OR_ABOVE, 2.0 >= 1.0",
        "LessThanThreshold, BELOW, 2.0 >= 1.0",
        "LessThanOrEqualToThreshold, AT_OR_BELOW, 2.0 > 1.0"
    })
    void aComparisonHasItsNameAndItsSign(String name, Comparison comparison, String said) {
        assertThat(Comparison.named(name)).isEqualTo(comparison);
        assertThat(comparison.say(2, 1)).isEqualTo(said);
    }

    @Test
    void anotherComparisonIsRefused() {
        assertThatThrownBy(() -> Comparison.named("LessThanLowerThreshold"))
                .hasMessageContaining("LessThanLowerThreshold is no comparison");
    }
}
