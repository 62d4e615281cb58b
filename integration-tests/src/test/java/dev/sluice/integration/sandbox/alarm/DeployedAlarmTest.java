package dev.sluice.integration.sandbox.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.integration.sandbox.alarm.State.Standing;
import dev.sluice.integration.sandbox.journal.Event;
import dev.sluice.integration.sandbox.journal.Journal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeployedAlarmTest {

    private static final String ERRORS = "aws_cloudwatch_metric_alarm.payer_errors";
    private static final String DURATION = "aws_cloudwatch_metric_alarm.payer_duration";
    private static final Map<String, String> PAYER = Map.of("FunctionName", "payer");

    private static final String SHARE = """
            [{"id": "part", "expression": "", "return_data": false, "metric": [{"namespace": "AWS/Lambda",
              "metric_name": "Errors", "dimensions": {"FunctionName": "payer"}, "period": 300, "stat": "Sum"}]},
             {"id": "w0", "expression": "", "return_data": false, "metric": [{"namespace": "AWS/Lambda",
              "metric_name": "Invocations", "dimensions": {"FunctionName": "payer"}, "period": 300, "stat": "Sum"}]},
             {"id": "share", "expression": "%s", "return_data": true, "metric": []}]""";

    private final MadeStack stack = new MadeStack();

    private DeployedAlarm alarm(String address) {
        return DeployedAlarm.of(stack.deployed()).stream()
                .filter(each -> each.address().equals(address))
                .findFirst()
                .orElseThrow();
    }

    private static Instant at(String time) {
        return Instant.parse("2026-01-01T" + time + "Z");
    }

    private static Stream<Datum> data(String metric, String time, double value, int times) {
        return Collections.nCopies(times, new Datum(at(time), "AWS/Lambda", metric, PAYER, value)).stream();
    }

    @ParameterizedTest
    @CsvSource({
        "10:04:59, OK", // its period is not over
        "10:05:00, ALARM",
        "10:09:59, ALARM",
        "10:19:59, ALARM", // there is nothing newer
        "10:20:00, OK"
    })
    void aPeriodIsLookedAtWhenItIsOver(String now, Standing expected) {
        var data = data("Errors", "10:00:00", 6, 1).toList();

        assertThat(alarm(ERRORS).evaluate(data, at(now)).standing()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10:00:00, 10:04:59, ALARM", "09:59:59, 10:00:00, OK", "10:04:59, 10:05:00, OK"})
    void periodsBeginAtTheClocksFiveMinutes(String first, String second, Standing expected) {
        var data = Stream.concat(data("Errors", first, 3, 1), data("Errors", second, 3, 1))
                .toList();

        assertThat(alarm(ERRORS).evaluate(data, at("10:10:00")).standing()).isEqualTo(expected);
    }

    @Test
    void whatIsOfSomethingElseIsNotLookedAt() {
        var of = List.of(
                new Datum(at("10:00:00"), "AWS/Lambda", "Errors", Map.of(), 9),
                new Datum(at("10:00:00"), "AWS/Lambda", "Errors", Map.of("FunctionName", "payer", "Resource", "r"), 9),
                new Datum(at("10:00:00"), "AWS/Other", "Errors", PAYER, 9),
                new Datum(at("10:00:00"), "AWS/Lambda", "Error", PAYER, 9));

        assertThat(alarm(ERRORS).evaluate(of, at("10:05:00")).standing()).isEqualTo(Standing.OK);
    }

    @ParameterizedTest
    @CsvSource({"1, 100, OK", "2, 100, ALARM", "12, 40, ALARM", "9, 9, OK"})
    void aShareIsComparedExactly(int errors, int invocations, Standing expected) {
        stack.saying(ERRORS, "metric_query", SHARE.formatted("IF((w0) >= 10, 100 * part / (w0), 0)"))
                .saying(ERRORS, "threshold", "1");
        var data = Stream.concat(data("Errors", "10:00:00", 1, errors), data("Invocations", "10:00:00", 1, invocations))
                .toList();

        assertThat(alarm(ERRORS).evaluate(data, at("10:05:00")).standing()).isEqualTo(expected);
    }

    @Test
    void aStateSaysOfWhichNumbersItIs() {
        stack.saying(ERRORS, "metric_query", SHARE.formatted("IF((w0) >= 10, 100 * part / (w0), 0)"));
        var data = Stream.concat(data("Errors", "10:00:00", 1, 12), data("Invocations", "10:00:00", 1, 40))
                .toList();

        assertThat(alarm(ERRORS).evaluate(data, at("10:05:00")))
                .isEqualTo(new State(Standing.ALARM, "Errors 12.0, Invocations 40.0: 30.0 > 5.0, 1 of 1 periods"));
    }

    @Test
    void whatCannotBeComputedNamesItsAlarm() {
        stack.saying(ERRORS, "metric_query", SHARE.formatted("RATE(part)"));

        assertThatThrownBy(() -> alarm(ERRORS))
                .hasMessage("the alarm payer_errors cannot be evaluated:"
                        + " RATE is no function of metric math that is known here, in RATE(part)");
    }

    @ParameterizedTest
    @CsvSource({
        "w1, w1 is no id of a metric or of an expression",
        "share + 1, share is no id of a metric or of an expression",
        "2, share is the number 2.0"
    })
    void whatIsNoSeriesNamesItsAlarm(String expression, String why) {
        stack.saying(ERRORS, "metric_query", SHARE.formatted(expression));

        assertThatThrownBy(() -> alarm(ERRORS).evaluate(List.of(), at("10:05:00")))
                .hasMessage("the alarm payer_errors cannot be evaluated: " + why);
    }

    @ParameterizedTest
    @CsvSource({"evaluate, 100, ALARM", "ignore, 999, OK", "ignore, 1000, ALARM"})
    void aPercentileOfTooFewSamplesChangesNothingWhereItIsIgnored(String few, int samples, Standing expected) {
        stack.saying(DURATION, "evaluate_low_sample_count_percentiles", "\"" + few + "\"");
        var data = data("Duration", "10:00:00", 9_000, samples).toList();

        assertThat(alarm(DURATION)
                        .evaluate(data, at("10:05:00"), new State(Standing.OK, "it was"))
                        .standing())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "p50, 50",
        "p99, 99",
        "p99.5, 100",
        "p100, 100",
        "p0.1, 1",
        "Sum, 5050",
        "Average, 50.5",
        "Minimum, 1",
        "Maximum, 100",
        "SampleCount, 100"
    })
    void aStatisticIsOfTheSamplesOfAPeriod(String name, double expected) {
        var samples =
                IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList().reversed();

        assertThat(Statistic.named(name).of(samples)).isEqualTo(expected);
    }

    @Test
    void anotherStatisticIsRefused() {
        assertThatThrownBy(() -> Statistic.named("tm99")).hasMessage("tm99 is no statistic that is known here");
        assertThatThrownBy(() -> Statistic.named("p101")).hasMessageContaining("at most 100, not 101");
    }

    @Test
    void dataIsWhatWasMeasured() {
        var journal = new Journal();
        journal.write(at("10:00:00"), new Event.Printed("payer", "a line"));
        journal.write(at("10:00:01"), new Event.Measured("AWS/Lambda", "Errors", PAYER, 2));

        assertThat(Datum.of(journal)).containsExactly(new Datum(at("10:00:01"), "AWS/Lambda", "Errors", PAYER, 2));
    }
}
