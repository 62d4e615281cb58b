package dev.sluice.integration.sandbox.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionProperties {

    private static final Periods PERIODS = new Periods(Duration.ofMinutes(1), Instant.EPOCH, 5);

    private static Value value(String expression, Map<String, Value> known) {
        return Expression.parse(expression).value(known::get, PERIODS);
    }

    @Property(tries = 100)
    void parenthesesSayWhatBindsCloser(
            @ForAll("series") Value a, @ForAll("series") Value b, @ForAll("series") Value c) {
        var known = Map.of("a", a, "b", b, "c", c);

        assertThat(value("a + b * c > a - b - c", known)).isEqualTo(value("(a + (b * c)) > ((a - b) - c)", known));
        assertThat(value("a OR b AND c", known)).isEqualTo(value("a OR (b AND c)", known));
    }

    @Property(tries = 100)
    void fillLeavesNoPeriodOutAndChangesNone(@ForAll("series") Value.Series a) {
        var filled = (Value.Series) value("FILL(a, 3)", Map.of("a", a));

        assertThat(filled.points().keySet()).containsExactlyElementsOf(PERIODS.starts());
        assertThat(filled.points()).containsAllEntriesOf(a.points());
        assertThat(value("FILL(FILL(a, 3), 4)", Map.of("a", a))).isEqualTo(filled);
    }

    @Property(tries = 100)
    void ifIsOneOrTheOtherWhereItsConditionIs(@ForAll("series") Value.Series a, @ForAll("series") Value.Series b) {
        var known = Map.<String, Value>of("a", a, "b", b);

        assertThat(value("IF(a, 1, 0)", known)).isEqualTo(value("a != 0", known));
        assertThat(value("IF(a, FILL(b, 0), FILL(b, 0))", known)).isEqualTo(value("FILL(b, 0)", known, a));
    }

    /** The same, at those times only that a series has. */
    private static Value value(String expression, Map<String, Value> known, Value.Series at) {
        var points = new TreeMap<>(((Value.Series) value(expression, known)).points());
        points.keySet().retainAll(at.points().keySet());
        return new Value.Series(points);
    }

    @Provide
    Arbitrary<Value> series() {
        return Arbitraries.integers()
                .between(-3, 3)
                .injectNull(0.3)
                .list()
                .ofSize(5)
                .map(ExpressionProperties::of);
    }

    private static Value of(List<Integer> numbers) {
        var points = new TreeMap<Instant, Double>();
        for (int at = 0; at < numbers.size(); at++) {
            if (numbers.get(at) != null) {
                points.put(PERIODS.starts().get(at), numbers.get(at) + 0.0);
            }
        }
        return new Value.Series(points);
    }
}
