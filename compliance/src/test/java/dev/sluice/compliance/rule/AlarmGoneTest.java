package dev.sluice.compliance.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.compliance.Made;
import dev.sluice.compliance.norm.AlarmNames;
import dev.sluice.guard.Guard;
import dev.sluice.guard.cloud.Expectations;
import dev.sluice.guard.graph.Resource;
import dev.sluice.guard.graph.Value;
import dev.sluice.guard.rule.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlarmGoneTest {

    private static final List<Set<String>> EXPECTED = AlarmNames.read("api-errors,silence;scanner-errors", "dev");

    @Test
    void whereAllAreThereNothingIsSaid() {
        assertThat(look(
                        alarm("sluice-api-errors-dev"),
                        alarm("sluice-silence-dev"),
                        alarm("sluice-scanner-errors-dev")))
                .isEmpty();
    }

    @Test
    void oneOfSeveralThatIsGoneIsNamed() {
        assertThat(look(alarm("sluice-api-errors-dev"), alarm("sluice-scanner-errors-dev")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.resource()).isEqualTo("aws_cloudwatch_metric_alarm.sluice-silence-dev");
                    assertThat(one.verdict()).isEqualTo(new Finding.Broken("there is no alarm sluice-silence-dev"));
                });
    }

    @Test
    void ofAStackThatIsNotDeployedNothingIsSaid() {
        assertThat(look(alarm("sluice-scanner-errors-dev"))).isEmpty();
        assertThat(look()).isEmpty();
    }

    @Test
    void theAlarmsOfAnotherEnvironmentAreNoneOfThese() {
        assertThat(look(
                        alarm("sluice-api-errors-dev"),
                        alarm("sluice-silence-prod"),
                        alarm("sluice-scanner-errors-dev")))
                .hasSize(1);
    }

    @Test
    void whatIsNoNameIsRefused() {
        assertThat(AlarmNames.read("", "dev")).isEmpty();
        for (var wrong : List.of(",", "a,", ";", "a b", "A", "a;")) {
            assertThatThrownBy(() -> AlarmNames.read(wrong, "dev")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Resource alarm(String name) {
        return Made.resource("aws_cloudwatch_metric_alarm", name, Map.of("alarm_name", Value.text(name)));
    }

    private static List<Finding> look(Resource... alarms) {
        return Guard.look(
                Made.live(List.of(), alarms),
                new Expectations(LocalDate.parse("2026-01-02"), Set.of(), Expectations.USUAL_CONCURRENCY, EXPECTED),
                List.of(new AlarmGone()));
    }
}
