package dev.sluice.integration.sandbox.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    /** Numbers drawn as AWS's examples draw them, {@code -} where there is none. */
    private static Value series(String drawn) {
        var points = new TreeMap<Instant, Double>();
        var numbers = List.of(drawn.split(" ", -1));
        for (int at = 0; at < numbers.size(); at++) {
            if (!numbers.get(at).equals("-")) {
                points.put(periods(numbers.size()).starts().get(at), Double.parseDouble(numbers.get(at)));
            }
        }
        return new Value.Series(points);
    }

    private static Periods periods(int count) {
        return new Periods(Duration.ofMinutes(5), END, count);
    }

    private static String drawn(Value value, int count) {
        if (value instanceof Value.Series series) {
            var found = new ArrayList<String>();
            series.over(periods(count))
                    .forEach(each -> found.add(each.isPresent() ? String.valueOf(each.getAsDouble()) : "-"));
            return String.join(" ", found).replace(".0", "");
        }
        return value.toString();
    }

    private static String computed(String expression, Map<String, String> series) {
        return drawn(Expression.parse(expression).value(id -> series(series.get(id)), periods(5)), 5);
    }

    private static double number(String expression) {
        return ((Value.Scalar) Expression.parse(expression).value(id -> new Value.Scalar(7), periods(1))).number();
    }

    @ParameterizedTest
    @CsvSource({
        "1 + 2 * 3, 7",
        "(1 + 2) * 3, 9",
        "8 - 4 - 2, 2",
        "8 / 4 / 2, 1",
        "2 ^ 3 ^ 2, 512",
        "-2 ^ 2, -4",
        "2 * -3, -6",
        "1 + 1 >= 2, 1",
        "1 < 2 == 1, 1",
        "0 AND 0 || 1, 1",
        "1 || 0 && 0, 1",
        "100 * m / .5, 1400"
    })
    void whatBindsCloserIsComputedFirst(String expression, double expected) {
        assertThat(number(expression)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'m1 < m2', 0 0 1 0 -",
        "'m1 >= 30', 1 0 0 0 -",
        "'m1 > 15 AND m2 > 15', 1 0 0 0 -",
        "'m1 + m2', 50 20 20 0 -",
        "'m1 / m2', 1.5 - 0 - -",
        "'FILL(m2, 0)', 20 0 20 0 0",
        "'FILL(m2, m1)', 20 20 20 0 -",
        "'SUM([m1, m2])', 50 20 20 0 -",
        "'MAX([m1, m2])', 30 20 20 0 -",
        "'MIN([m1, m2])', 20 0 0 0 -",
        "'ABS(m2 - m1)', 10 20 20 0 -",
        "'m1 - MAX(m1)', 0 -10 -30 -30 -"
    })
    void seriesAreComputedPeriodByPeriod(String expression, String expected) {
        assertThat(computed(expression, Map.of("m1", "30 20 0 0 -", "m2", "20 - 20 - -")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'IF(m1, m2, m3)', 30 0 20 - -",
        "'IF(m1, 5, m3)', 5 5 20 - -",
        "'IF(m1, m2, 5)', 30 0 5 5 -",
        "'IF(m1, m2)', 30 0 - - -",
        "'IF(1, m2, m3)', 30 - 0 0 30",
        "'IF(0, m2, m3)', 0 0 20 - 20"
    })
    void ifIsAsInTheExamplesOfTheDocumentation(String expression, String expected) {
        assertThat(computed(expression, Map.of("m1", "1 1 0 0 -", "m2", "30 - 0 0 30", "m3", "0 0 20 - 20")))
                .isEqualTo(expected);
    }

    @Test
    void aShareIsNoneOfTooFew() {
        assertThat(computed("IF((w0) >= 10, 100 * part / (w0), 0)", Map.of("part", "1 1 - 5 1", "w0", "100 9 50 - 10")))
                .isEqualTo("1 0 0 - 10");
    }

    @Test
    void aPartOfWhatWasNotCountedIsAPartOfTheRest() {
        assertThat(computed(
                        "IF((FILL(w0, 0) + FILL(w1, 0)) >= 10, 100 * w0 / (FILL(w0, 0) + FILL(w1, 0)), 0)",
                        Map.of("w0", "10 - 5 - 1", "w1", "- 10 5 - 99")))
                .isEqualTo("100 0 50 0 1");
    }

    @ParameterizedTest
    @CsvSource({
        "'RATE(m1)', 'RATE is no function of metric math that is known here, in RATE(m1)'",
        "'m1 +', 'something is missing before the end, in m1 +'",
        "'(m1', 'a ) is missing, in (m1'",
        "'m1 m2', 'nothing belongs at m2, in m1 m2'",
        "'ABS(m1, m2)', 'ABS does not take 2 arguments, in ABS(m1, m2)'",
        "'m1 % 2', 'what stands at % 2 is nothing that is known here, in m1 % 2'"
    })
    void whatIsNotKnownIsRefusedByName(String expression, String why) {
        assertThatThrownBy(() -> Expression.parse(expression))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(why);
    }
}
