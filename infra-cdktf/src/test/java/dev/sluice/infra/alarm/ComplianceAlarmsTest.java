package dev.sluice.infra.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.blueprint.Compliance;
import dev.sluice.blueprint.Metrics;
import dev.sluice.infra.alarm.Alarm.GoesOff;
import dev.sluice.infra.alarm.Alarm.Missing;
import dev.sluice.infra.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody is woken for by the watch, and what its dashboard shows. */
class ComplianceAlarmsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** CloudWatch looks back no longer with periods under an hour (AWS, "PutMetricAlarm": EvaluationPeriods). */
    private static final int A_DAY = 86_400;

    private static Settings settings(String settings) {
        try {
            return Settings.of(Map.of(), JSON.readTree("{\"settings\": " + settings + "}"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(settings, e);
        }
    }

    private static List<Alarm> alarms(String settings) {
        return Alarms.ofCompliance(settings(settings));
    }

    private static Alarm named(List<Alarm> alarms, String name) {
        return alarms.stream().filter(a -> a.name().equals(name)).findFirst().orElseThrow();
    }

    private static Metric metric(Alarm alarm) {
        return ((Watched.One) alarm.watched()).metric();
    }

    @Test
    void theyAreThese() {
        assertThat(alarms("{}"))
                .extracting(Alarm::name)
                .containsExactlyInAnyOrder(
                        "scanner-errors",
                        "scanner-duration",
                        "scanner-throttles",
                        "scanner-recursion",
                        "scanner-lost",
                        "scan-schedule-lost",
                        "scanner-dlq-letters",
                        "scanner-dlq-age",
                        "repairs-age",
                        "repairs-dlq-letters",
                        "repairs-dlq-age",
                        "remediator-errors",
                        "remediator-failed-records",
                        "remediator-duration",
                        "remediator-throttles",
                        "remediator-recursion",
                        "remediator-lost",
                        "scan-missed",
                        "not-read",
                        "open-errors");
    }

    @Test
    void twoScansInARowThatWereNotMadeAreMissed() {
        var alarm = named(alarms("{\"scan_every_minutes\": 30}"), "scan-missed");
        assertThat(alarm.kind()).isEqualTo(Kind.SCAN_MISSED);
        assertThat(alarm.goesOff()).isEqualTo(GoesOff.BELOW);
        assertThat(alarm.threshold()).isEqualTo(1);
        assertThat(alarm.periods()).isEqualTo(2);
        assertThat(alarm.missing()).isEqualTo(Missing.BREACHING);
        assertThat(metric(alarm).name()).isEqualTo(Metrics.SCANS);
        assertThat(metric(alarm).dimensions()).containsExactlyEntriesOf(Map.of("function", "scanner"));
        assertThat(metric(alarm).periodSeconds()).isEqualTo(1_800);
    }

    @Test
    void nobodyAsksAfterScansThatAreSwitchedOff() {
        assertThat(alarms("{\"scan_enabled\": false}"))
                .extracting(Alarm::kind)
                .doesNotContain(Kind.SCAN_MISSED)
                .contains(Kind.SCAN_FAILED, Kind.NOT_READ, Kind.OPEN_FINDINGS);
    }

    /** Of a call an hour no share of twenty says anything. */
    @Test
    void oneFailedScanOrRepairIsEnough() {
        var alarms = alarms("{\"alarm_least_invocations\": 1000, \"alarm_error_percent\": 50}");
        Map.of(
                        "scanner-errors", Kind.SCAN_FAILED,
                        "remediator-errors", Kind.REPAIR_FAILED,
                        "remediator-failed-records", Kind.REPAIR_FAILED)
                .forEach((name, kind) -> {
                    var alarm = named(alarms, name);
                    assertThat(alarm.kind()).isEqualTo(kind);
                    assertThat(alarm.watched()).isInstanceOf(Watched.One.class);
                    assertThat(alarm.goesOff()).isEqualTo(GoesOff.ABOVE);
                    assertThat(alarm.threshold()).isZero();
                    assertThat(alarm.missing()).isEqualTo(Missing.FINE);
                });
    }

    @ParameterizedTest
    @CsvSource({"not-read, NOT_READ", "open-errors, OPEN_FINDINGS"})
    void whatEvenTheBestOfTwoScansHasLasts(String name, Kind kind) {
        var alarm = named(alarms("{\"scan_every_minutes\": 30}"), name);
        assertThat(alarm.kind()).isEqualTo(kind);
        assertThat(metric(alarm).statistic()).isEqualTo("Minimum");
        assertThat(metric(alarm).periodSeconds()).isEqualTo(3_600);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 59, 60, 61, 720})
    void noAlarmLooksBackLongerThanCloudWatchDoes(int minutes) {
        assertThat(alarms("{\"scan_every_minutes\": " + minutes + "}")).allSatisfy(alarm -> {
            var seconds = metric(alarm).periodSeconds();
            assertThat(seconds % 60).as(alarm.name()).isZero();
            assertThat(seconds * alarm.periods()).as(alarm.name()).isLessThanOrEqualTo(A_DAY);
        });
    }

    @Test
    void theDashboardFitsItsGridAndShowsWhatIsOpenToldPutRightAndWhoSeesToIt() throws Exception {
        var settings = settings("{\"scan_every_minutes\": 30}");
        var body = JSON.readTree(ComplianceDashboard.of(settings, "eu-west-2", "the-bucket"));
        assertThat(body.get("widgets")).isNotEmpty().allSatisfy(widget -> {
            assertThat(widget.get("x").asInt() + widget.get("width").asInt()).isLessThanOrEqualTo(24);
            assertThat(widget.get("y").asInt() + widget.get("height").asInt()).isLessThanOrEqualTo(1_000);
        });
        assertThat(body.get("widgets")
                        .valueStream()
                        .map(w -> w.get("x").asInt() + "," + w.get("y").asInt())
                        .toList())
                .doesNotHaveDuplicates();
        assertThat(body.toString())
                .contains(
                        "every 30 minutes",
                        "the-bucket",
                        Metrics.OPEN_ERRORS,
                        Metrics.OPEN_WARNINGS,
                        Metrics.OPEN_NOTES,
                        Metrics.FINDINGS_TOLD,
                        Metrics.REPAIRED,
                        Metrics.REPAIRS_REFUSED,
                        "\"sluice-repairs-dlq-dev\"",
                        "\"sluice-scanner-dlq-dev\"");
        for (var function : Compliance.BLUEPRINT.functions()) {
            assertThat(body.toString()).contains("\"sluice-" + function.name() + "-dev\"");
        }
    }
}
